import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { logger } from './logger.ts'

/** What the log is given of an error. */
const logged = (line: object): string => {
  let told = ''
  const { logMethod } = logger.options.hooks
  Reflect.apply(logMethod, null, [[line], (...words: unknown[]) => void (told = inspect(words, { depth: 9 }))])
  return told
}

class QueryError extends Error {
  params: string[]
  constructor(params: string[], cause: Error) {
    super(`Failed query: insert into members values (?)\nparams: ${params.join()}`, { cause })
    this.params = params
  }
}
const diskFull = Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL' })
const refused = new QueryError(['Siv Sparrhök\n    at siv@example.com'], diskFull)
const taken = Object.assign(new Error('E11000 dup key: { email: "siv@example.com" }'), {
  name: 'MongoServerError',
  code: 11000,
  keyValue: { email: 'siv@example.com' },
})

test.each([
  ['SQLite', { err: refused, msg: 'A request could not be answered.' }, 'SQLITE_FULL'],
  ['SQLite, by itself', refused, 'SQLITE_FULL'],
  ['SQLite, within another error', { err: new Error('Not saved.', { cause: refused }) }, 'Error'],
  ['MongoDB', { err: taken }, '11000'],
])('what %s refuses to save is not told, but that it refused it, and where', (_what, line, code) => {
  expect(inspect(line, { depth: 9 })).toContain('siv@example.com')
  expect(logged(line)).not.toMatch(/siv/i)
  expect(logged(line)).toContain(code)
  expect(logged(line)).toContain('logger.test.ts')
})

test('other errors are told whole', () => {
  expect(logged({ err: new Error('The disk is gone.') })).toContain('The disk is gone.')
})
