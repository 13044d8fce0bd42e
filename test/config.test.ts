// The environment: a bad variable is named in one sentence, all of them at once, and no secret is repeated.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readConfig } from '../src/config.ts'

const secret = 'q8Zr2LwP0vXs6TnB4mYk1JhG9dFcA3eU'
const fixed = { DATABASE_URL: 'postgresql://office:geheim@127.0.0.1/office', SESSION_SECRET: secret }

function problemsOf(environment: Record<string, string>, mode: 'start' | 'serve' = 'start'): string[] {
  try {
    readConfig(environment, mode)
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

it('every bad variable is told at once', () => {
  const problems = problemsOf({
    ...fixed,
    PORT: 'achtzig',
    PUBLIC_URL: 'limburg',
    LOG_LEVEL: 'laut',
    TOWN_TODAY: 'gestern',
  })
  assert.deepEqual(problems.map(problem => problem.split(' ')[0]).sort(), [
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
    'TOWN_TODAY',
  ])
})

it('a secret that is too short is not repeated', () => {
  const [problem = ''] = problemsOf({ ...fixed, SESSION_SECRET: 'kurz-und-geheim' })
  assert.match(problem, /^SESSION_SECRET/)
  assert.doesNotMatch(problem, /geheim/)
})

it('an example value is no secret', () => {
  assert.equal(problemsOf({ ...fixed, SESSION_SECRET: 'change-me-change-me-change-me-change-me' }).length, 1)
})

it('production requires a database and refuses a pretended day', () => {
  assert.match(problemsOf({}, 'serve').join(), /DATABASE_URL/)
  assert.match(problemsOf({ ...fixed, TOWN_TODAY: '2026-11-19' }, 'serve').join(), /TOWN_TODAY/)
})

it('demo clerks exist with the embedded database only', () => {
  assert.equal(readConfig(fixed, 'start').demo, false)
  assert.equal(problemsOf({ ...fixed, DEMO_PASSWORD: 'irgendwas' }).length, 1)
})

it('cookies are Secure when people come by https', () => {
  assert.equal(
    readConfig({ ...fixed, PUBLIC_URL: 'https://buergerbuero.example' }, 'serve').publicUrl,
    'https://buergerbuero.example',
  )
})
