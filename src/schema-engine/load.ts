// Loads Prisma's migration engine from its npm package, as WebAssembly: the native one would have to be downloaded elsewhere.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

let loaded: Promise<typeof glue.SchemaEngine> | undefined

export function loadEngine() {
  loaded ??= instantiate()
  return loaded
}

/** WebAssembly is a browser's word to TypeScript, and this project has no browser's types. */
type Runtime = {
  WebAssembly: {
    instantiate(wasm: Buffer, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>
  }
}

async function instantiate() {
  const folder = dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')))
  const wasm = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } })
  const { WebAssembly } = globalThis as unknown as Runtime
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': { ...glue, ...idleTimers() } })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

/** The engine leaves a timer of ten seconds behind, for a lock it got at once: it shall keep no process alive. */
function idleTimers() {
  const idle = (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref()
  const names = Object.keys(glue).filter(name => name.startsWith('__wbg_setTimeout_'))
  return Object.fromEntries(names.map(name => [name, idle]))
}
