// Verifying a letter: whoever holds it learns whether the town issued it, when and of what kind, and nothing else.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { formatVerificationCode, verificationCode } from '../src/law/verification-code.ts'
import type { House } from '../src/web/house.ts'
import { readPdf } from './browser/read-pdf.ts'
import { fileCase, houseOf, today, typedBy } from './helpers/filings.ts'
import { readQr } from './helpers/read-qr.ts'
import { says, saysNot, textOf } from './helpers/says.ts'
import { hire, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor, type Page } from './helpers/visitor.ts'

let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall({ environment: { TRUST_PROXY: '1', PUBLIC_URL: 'https://portal.example' } })
  house = await houseOf(hall)
})
after(() => hall.close())

const unknown = formatVerificationCode(verificationCode(crypto.getRandomValues(new Uint8Array(15))))

describe('every letter', () => {
  for (const [name, decide] of Object.entries(decisions())) {
    test(`carries its code, the address in words and both as a QR code: ${name}`, async () => {
      const { pdf, code } = await decide()
      const text = await readPdf(pdf)
      assert.ok(text.includes(formatVerificationCode(code)) && text.includes('portal.example/pruefen'), text)
      assert.equal(await readQr(pdf), `https://portal.example/pruefen/${formatVerificationCode(code)}`)
    })
  }

  test('of every service ends with what verifies it', () => {
    for (const { id, letters } of house.services)
      for (const { template } of letters)
        assert.match(readFileSync(template, 'utf8'), /^#closing\(/m, `${id}: ${template}`)
  })

  test('has a code of its own', async () => {
    const codes = await Promise.all([1, 2, 3].map(async () => (await confirmed()).code))
    assert.equal(new Set(codes).size, 3)
  })
})

describe('with the code', () => {
  test('anybody learns kind and day, and nothing about the person or the case', async () => {
    const { code, caseFile } = await confirmed()
    const page = await look(formatVerificationCode(code))
    says(page, house.words.de.say('verify:found'), 200)
    says(page, 'Amtliche Meldebestätigung')
    says(page, `${today.slice(8)}.${today.slice(5, 7)}.${today.slice(0, 4)}`)
    for (const secret of [caseFile.number, caseFile.name, caseFile.id, ...addressOf(caseFile)]) saysNot(page, secret)
    assert.deepEqual(page.headers.getSetCookie(), [])
  })

  test('it is found however it is typed, and the answer has an address of its own', async () => {
    const { code } = await confirmed()
    for (const typed of [code.toLowerCase(), formatVerificationCode(code).replaceAll('-', ' ')]) {
      const page = await openVisitor(hall.baseUrl).request(`/pruefen?code=${encodeURIComponent(typed)}`)
      assert.equal(page.url, `/pruefen/${formatVerificationCode(code)}`)
      says(page, house.words.de.say('verify:found'), 200)
    }
  })

  test('in English the kind is said in English', async () => {
    const { code } = await confirmed()
    const page = await look(`${formatVerificationCode(code)}?lang=en`)
    says(page, house.words.en.say('residence-registration:letters.meldebestaetigung'), 200)
  })
})

describe('without a right one', () => {
  test('a code that nobody has gets a calm sentence, in an answer that looks like any other', async () => {
    const { code } = await confirmed()
    const [found, not] = [await look(formatVerificationCode(code)), await look(unknown)]
    says(not, house.words.de.say('verify:unknown'), 200)
    assert.deepEqual(headersOf(not), headersOf(found))
  })

  test('a slip is said so, at the field, with what was typed still in it', async () => {
    const wrong = `${unknown.slice(0, -1)}${unknown.endsWith('0') ? '1' : '0'}`
    for (const path of [`/pruefen?code=${wrong}`, `/pruefen/${wrong}`]) {
      const page = await openVisitor(hall.baseUrl).request(path)
      says(page, house.words.de.say('verify:codeWrong'), 422)
      assert.ok(page.html.includes(`value="${wrong}"`))
    }
    says(await openVisitor(hall.baseUrl).request('/pruefen?code='), house.words.de.say('verify:codeMissing'), 422)
  })

  test('the number of a case opens nothing here', async () => {
    const { caseFile } = await confirmed()
    says(await look(caseFile.number), house.words.de.say('verify:codeWrong'), 422)
  })

  test('after sixty tries from one address it is refused for a quarter of an hour; others go on', async () => {
    for (let attempt = 1; attempt <= 60; attempt += 1) assert.equal((await look(unknown, '203.0.113.7')).status, 200)
    says(await look(unknown, '203.0.113.7'), house.words.de.say('common:refused.tooMany.title'), 429)
    assert.equal((await look(unknown, '203.0.113.8')).status, 200)
  })
})

test('the start page leads there', async () => {
  const start = await openVisitor(hall.baseUrl).request('/')
  assert.match(start.html, /<a href="\/pruefen">/)
  says(await openVisitor(hall.baseUrl).request('/pruefen'), house.words.de.say('verify:title'), 200)
})

function decisions() {
  const byPost = { 'contact.delivery': 'post', 'contact.postalAddressDiffers': 'no' }
  return {
    confirmation: () => confirmed(),
    request: () => decided('return', typedBy(house, 'single', byPost)),
    rejection: () => decided('reject'),
  }
}

const confirmed = () => decided('confirm')

async function decided(how: 'confirm' | 'return' | 'reject', typed = typedBy(house)) {
  const caseFile = await settle(house, await hire(hall, 'counter'), await fileCase(house, typed), how)
  const letter = await hall.database.letter.findFirstOrThrow({ where: { caseId: caseFile.id } })
  return { caseFile, ...letter }
}

function look(code: string, from = '203.0.113.1'): Promise<Page> {
  return openVisitor(hall.baseUrl).request(`/pruefen/${code}`, { headers: { 'x-forwarded-for': from } })
}

/** What differs in every answer is left out. */
function headersOf(page: Page): string[] {
  assert.ok(textOf(page).length > 0)
  return [...page.headers.keys()].filter(name => name !== 'content-length').sort()
}

function addressOf({ answers }: { answers: unknown }): string[] {
  const { newResidence } = answers as { newResidence: { street: string; postalCode: string } }
  return [newResidence.street, newResidence.postalCode]
}
