import { describe, expect, test } from 'vitest'
import { giveUpAfter, outcomeOf, pauseOfServer } from './after-a-try.ts'

const begun = new Date('2026-11-22T12:00:00Z')
const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNECTION' })
const hangs = Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' })
const wrongPassword = Object.assign(new Error('535 Wrong password'), { code: 'EAUTH', responseCode: 535 })
const closing = Object.assign(new Error('421 Closing'), { code: 'EENVELOPE', responseCode: 421 })
const greylisted = Object.assign(new Error('451 Try later'), { code: 'EENVELOPE', responseCode: 451 })
const noSuchUser = Object.assign(new Error('550 No such user'), { code: 'EENVELOPE', responseCode: 550 })

const after = (error: Error, { attempts = 1, hours = 0 } = {}) => {
  const now = new Date(begun.getTime() + hours * 3_600_000)
  const { dueAt, ...outcome } = outcomeOf(error, { attempts, createdAt: begun }, now)
  return { ...outcome, minutes: dueAt ? (Date.parse(String(dueAt)) - now.getTime()) / 60_000 : null }
}

describe('after a try that failed', () => {
  test.each([away, hangs, greylisted, wrongPassword, closing])('%s: it is tried again', (error) => {
    expect(after(error)).toMatchObject({ state: 'due', error: error.message })
  })

  test('a refused recipient is left to a person, and not tried again', () => {
    expect(after(noSuchUser)).toMatchObject({ state: 'failed', error: '550 No such user' })
  })

  test('however long the server was away or put us off during a day of work, it is tried again within a quarter of an hour', () => {
    for (const error of [away, hangs, greylisted, wrongPassword]) {
      for (const attempts of [1, 2, 5, 10, 40]) expect(after(error, { attempts, hours: 2 }).minutes).toBeLessThan(15)
    }
    expect(Array.from({ length: 8 }, (_, failures) => pauseOfServer(failures + 1) / 1000)).toEqual([
      15, 30, 60, 120, 240, 300, 300, 300,
    ])
  })

  test('it is given up after three days, if it was tried often enough', () => {
    const days3 = { hours: 72, attempts: giveUpAfter.attempts }
    expect(after(greylisted, days3)).toMatchObject({ state: 'failed' })
    expect(after(greylisted, { ...days3, hours: 71 })).toMatchObject({ state: 'due' })
    expect(after(greylisted, { ...days3, attempts: 2 })).toMatchObject({ state: 'due' }) // we were away ourselves
  })
})
