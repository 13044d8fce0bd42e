// What a phone reads in the QR code of a letter: the strokes in the PDF as black and white squares, read by a library that did not draw them.
import jsqr from 'jsqr'
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

const squarePixels = 4
const blankModules = 4

/** Null when no page has one that can be read. */
export async function readQr(pdf: Uint8Array): Promise<string | null> {
  const task = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS })
  const file = await task.promise
  const found: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { fnArray, argsArray } = await (await file.getPage(number)).getOperatorList()
    const paths = argsArray.filter((_, index) => fnArray[index] === OPS.constructPath).map(pathOf)
    found.push(...paths.filter(path => path.length > 500).flatMap(path => decoded(path) ?? []))
  }
  await task.destroy()
  return found[0] ?? null
}

/** The numbers of a path: 0 or 1 (go to, draw to), x, y, and so on. */
function pathOf(args: unknown): number[] {
  const [, [path]] = args as [number, [ArrayLike<number> | null]]
  return Array.from(path ?? [])
}

function decoded(path: number[]): string | undefined {
  const points = path.flatMap((value, index) => (index % 3 === 0 ? [[value, path[index + 1], path[index + 2]]] : []))
  const size = (Math.max(...points.map(([, x = 0]) => x)) + 2 * blankModules) * squarePixels
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  let at: [number, number] = [0, 0]
  for (const [kind = 0, x = 0, y = 0] of points) {
    if (kind === 1) for (let module = at[0]; module < x; module++) blacken(pixels, size, module, y)
    at = [x, y]
  }
  return (jsqr as unknown as typeof jsqr.default)(pixels, size, size)?.data
}

function blacken(pixels: Uint8ClampedArray, size: number, x: number, y: number): void {
  const [left, top] = [(x + blankModules) * squarePixels, (y + blankModules) * squarePixels]
  for (let row = top; row < top + squarePixels; row++)
    for (let column = left; column < left + squarePixels; column++)
      pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
}
