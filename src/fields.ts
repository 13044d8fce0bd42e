// npm run fields: for each service every field of the official form, the field in ours, and what was left out and why.
import { compareWithOfficial, type Row } from './forms/official.ts'
import type { Service } from './forms/service.ts'
import type { Words } from './forms/words.ts'
import { loadWords } from './language.ts'
import { loadServices } from './services.ts'

const words = await loadWords()
const services = await loadServices({ servicesOff: [] })
const problems = services.flatMap(service => print(service, words.de))
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1

/** Returns what nobody accounted for. */
function print(service: Service, german: Words): string[] {
  console.log(`\n${service.id}: ${german.say(`${service.id}:name`)}`)
  const comparison = compareWithOfficial(service, german)
  if (!comparison || !service.official) {
    console.log('No official form is listed.')
    return []
  }
  const { rows, asked, problems } = comparison
  console.log(`${service.official.name} (${service.official.source})\n`)
  const width = Math.max(...rows.map(row => row.number.length))
  for (const row of rows) console.log(linesOf(row, width).join('\n'))
  const official = rows.filter(row => row.number !== '')
  const left = official.filter(row => row.ours.length === 0)
  console.log(
    `\n${official.length} official fields, ${official.length - left.length} in ours, ${left.length} left out; ${asked} fields asked.`,
  )
  return problems.map(problem => `${service.id}: ${problem}`)
}

/** `4  Familienname` and below it each field of ours, or why there is none. */
function linesOf({ number, label, ours, why }: Row, width: number): string[] {
  const indent = ' '.repeat(width + 4)
  const fields = ours.map(field => `${indent}${field.path}  ${field.label}`)
  const head = `${number.padEnd(width)}  ${label}`
  return [head, ...fields, ...(why ? [`${indent}${ours.length === 0 ? 'left out: ' : 'because: '}${why}`] : [])]
}
