// A small invented town on an empty database: four clerks and a queue of cases in every state.
import { randomBytes } from 'node:crypto'
import type { Config } from '../src/config.ts'
import { rawOf, withBlanks } from '../src/forms/example.ts'
import { inWords } from '../src/forms/in-words.ts'
import { walk } from '../src/forms/journey.ts'
import type { Service } from '../src/forms/service.ts'
import { addDays, dayOf } from '../src/law/dates.ts'
import { addClerk, type Role, setPassword } from '../src/office/clerks.ts'
import { checklistOf, confirm, type Hold, returnCase } from '../src/office/decide.ts'
import { deskJourney, deskJourneyToWrite, writeDesk } from '../src/office/desk-form.ts'
import { createDraft, saveTyped, typedIn } from '../src/office/drafts.ts'
import type { Office } from '../src/office/office.ts'
import { claim } from '../src/office/queue.ts'
import { submit } from '../src/office/submit.ts'
import type { House } from '../src/web/house.ts'

type CaseFile = Hold['caseFile']
const clerks: { email: string; name: string; role: Role }[] = [
  { email: 'schalter@demo.example', name: 'Petra Musterfeld', role: 'counter' },
  { email: 'meldewesen@demo.example', name: 'Jens Probst-Adler', role: 'residence' },
  { email: 'gewerbe@demo.example', name: 'Leyla Beispielova', role: 'trade' },
  { email: 'leitung@demo.example', name: 'Dr. Ulrike Vorbild', role: 'supervisor' },
]
const deskOf = { residence: 'meldewesen@demo.example', trade: 'gewerbe@demo.example' }
/** Days before today on which the examples of a service were filed, one after the other. */
const ages = [1, 3, 0, 16, 2, 5, 0, 1]

/** Demo clerks with their password, for the operator's screen; a password that was not given is made anew at each start. */
export async function seedDemo(
  house: House,
  config: Pick<Config, 'demoPassword'>,
): Promise<{ email: string; password: string }[]> {
  const { database } = house.office
  const password = config.demoPassword ?? randomBytes(9).toString('base64url')
  const isEmpty = (await database.clerk.count()) === 0
  for (const clerk of clerks)
    if (isEmpty || !(await setPassword(database, clerk.email, password)))
      await addClerk(database, { ...clerk, password })
  if (isEmpty) for (const service of house.services) await fileExamples(house, service)
  return clerks.map(({ email }) => ({ email, password }))
}

async function fileExamples(house: House, service: Service): Promise<void> {
  const today = house.office.facts().filedOn
  for (const [index] of service.examples(today).entries()) {
    const filedOn = addDays(today, -(ages[index % ages.length] ?? 0))
    const office: Office = { ...house.office, facts: () => ({ ...house.office.facts(), filedOn }) }
    const caseFile = await file(house, office, service, index)
    await settle(house.office, service, caseFile, index)
  }
}

async function file(house: House, office: Office, service: Service, index: number) {
  const { filedOn } = office.facts()
  const example = service.examples(filedOn)[index]
  if (!example) throw new Error('no such example')
  const { draft } = await createDraft(office, service, 'de')
  const saved = await saveTyped(office, draft, service, withBlanks(walk(service, rawOf(example), office.facts())))
  const journey = walk(service, typedIn(office, saved), office.facts())
  const words = inWords(journey, house.words.de, 'hidden')
  const caseFile = await submit(office, {
    service,
    draft: saved,
    journey,
    channel: 'online',
    words,
    wordsOfCitizen: words,
  })
  const filedAt = new Date(`${filedOn}T${String(8 + index).padStart(2, '0')}:12:00Z`)
  return house.office.database.caseFile.update({
    where: { id: caseFile.id },
    data: { filedAt: filedAt > new Date() ? new Date() : filedAt },
  })
}

/** What the example has for the desk's own form, page by page. */
async function fillDeskForm(hold: Hold, index: number): Promise<CaseFile> {
  const { office, service } = hold
  let { caseFile } = hold
  const desk = service.examples(dayOf(caseFile.filedOn))[index]?.desk
  for (const step of desk ? deskJourney(office, service, caseFile).steps.slice(0, -1) : []) {
    if (step.kind !== 'page') continue
    const journey = deskJourneyToWrite(office, service, caseFile, rawOf({ name: '', typed: desk ?? {} }))
    await writeDesk({ ...hold, caseFile, version: caseFile.version }, journey, step)
    caseFile = await office.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })
  }
  return caseFile
}

/** The third is with a clerk, the fourth was returned, the fifth is confirmed; the others wait. */
async function settle(office: Office, service: Service, caseFile: CaseFile, index: number): Promise<void> {
  if (![2, 3, 4].includes(index)) return
  const clerk = await office.database.clerk.findFirstOrThrow({ where: { email: deskOf[service.office] } })
  const { caseFile: claimed } = await claim(office, clerk, caseFile)
  const held = await fillDeskForm({ office, service, clerk, caseFile: claimed, version: claimed.version }, index)
  const hold = { office, service, clerk, caseFile: held, version: held.version }
  const note = 'Bitte bringen Sie das Fehlende in den nächsten Tagen vorbei. Fragen beantworten wir gern am Telefon.'
  if (index === 3) await returnCase(hold, { reasons: service.returns.slice(0, 1), note, ticks: [] })
  if (index === 4)
    await confirm(
      hold,
      checklistOf(service, held).map(item => item.id),
    )
}
