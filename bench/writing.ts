// Saving a page and sending a draft, with commits that are on the disk when they are answered.
import { formsOf } from '../test/helpers/visitor.ts'
import { ask } from './asking.ts'
import { compare, needed, type Request, type Side } from './load.ts'
import { type Row, ratioRow } from './report.ts'
import { draftOf, filingOf, pagesOf, type Town, tell } from './town.ts'

type Draft = Awaited<ReturnType<typeof draftOf>>
type Form = { path: string; answers: [string, string][] }

const saving = [1, 20].map(connections => ({ connections, amount: connections === 1 ? 300 : 1500 }))
const sending = [1, 20].map(connections => ({ connections, amount: connections === 1 ? 60 : 300 }))

export async function measureWriting(town: Town): Promise<Row[]> {
  for (const setting of ['fsync', 'synchronous_commit']) {
    const { rows } = await town.pool.query(`SHOW ${setting}`)
    if (rows[0][setting] !== 'on') throw new Error(`${setting} is ${rows[0][setting]}`)
  }
  return [...(await measureSaving(town)), ...(await measureSending(town))]
}

async function measureSaving(town: Town): Promise<Row[]> {
  const drafts = await draftsOf(town, 40)
  const pages = pagesOf(town, filingOf(town))
  const form = await formOf(town, pages[Math.floor(pages.length / 2)] ?? '', 'next')
  let turn = 0
  const sides = await sidesOf(town, 'save', form, () => drafts[turn++ % drafts.length] as Draft)
  const rows: Row[] = []
  for (const pressure of saving)
    rows.push(ratioRow(`POST of a page, ${pressure.connections} at once`, await compare(...sides, pressure), 40))
  return rows
}

/** A draft can be sent once, so there are as many as both sides will send. */
async function measureSending(town: Town): Promise<Row[]> {
  const form = await formOf(town, pagesOf(town, filingOf(town)).at(-1) ?? '', 'send')
  const drafts = await draftsOf(town, 1)
  const sides = await sidesOf(town, 'send', form, () => drafts.pop() as Draft)
  const { rows: sent } = await town.pool.query(`SELECT * FROM "CaseFile" LIMIT 1`)
  const likeness = Object.entries(sent[0]).map(([name, value]) => [name, isJson(name) ? JSON.stringify(value) : value])
  await tell(town, { likeness: Object.fromEntries(likeness) })
  const rows: Row[] = []
  for (const pressure of sending) {
    drafts.push(...(await draftsOf(town, needed(pressure))))
    rows.push(ratioRow(`Sending a draft, ${pressure.connections} at once`, await compare(...sides, pressure), 40))
  }
  return rows
}

function isJson(column: string): boolean {
  return ['answers', 'sealed', 'words', 'wordsOfCitizen', 'findings'].includes(column)
}

async function draftsOf(town: Town, count: number): Promise<Draft[]> {
  const drafts: Draft[] = []
  while (drafts.length < count)
    drafts.push(...(await Promise.all(Array.from({ length: 10 }, () => draftOf(town, filingOf(town))))))
  return drafts
}

/** What a browser would post from this page. */
async function formOf(town: Town, path: string, action: string): Promise<Form> {
  const { cookie } = await draftOf(town, filingOf(town))
  const { body } = await ask(town.product.url, { method: 'GET', path, headers: { cookie } })
  const controls = formsOf(body.toString())[0]?.controls.filter(({ name }) => !name.startsWith('_')) ?? []
  const answers = controls.flatMap(({ name, values }) => values.map((value): [string, string] => [name, value]))
  return { path, answers: [...answers, ['action', action]] }
}

/** Both get the same posts; the floor answers with what the product answered to the first. */
async function sidesOf(
  town: Town,
  name: string,
  form: Form,
  draft: () => Draft,
): Promise<[product: Side, floor: Side]> {
  const { status, headers, body } = await ask(town.product.url, posted(form, draft()))
  await tell(town, { fixture: { name, status, headers, body: body.toString('base64') } })
  const product = { url: town.product.url, next: () => posted(form, draft()), status: 303 }
  return [product, { url: town.floor.url, next: () => ({ ...posted(form, draft()), path: `/${name}` }), status: 303 }]
}

function posted({ path, answers }: Form, { csrf, token, cookie }: Draft): Request {
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  return {
    method: 'POST',
    path,
    headers,
    body: new URLSearchParams([['_csrf', csrf], ['_draft', token], ...answers]).toString(),
  }
}
