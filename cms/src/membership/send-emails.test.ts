import { describe, expect, test } from 'vitest'
import { mostAttempts, outcomeOf } from './send-emails.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNECTION' })
const noSuchUser = Object.assign(new Error('550 No such user'), { code: 'EENVELOPE', responseCode: 550 })
const greylisted = Object.assign(new Error('451 Try later'), { code: 'EENVELOPE', responseCode: 451 })
const wrongPassword = Object.assign(new Error('535 Wrong password'), { code: 'EAUTH', responseCode: 535 })

const minutesUntil = (outcome: Record<string, unknown>) => (Date.parse(String(outcome['mailDueAt'])) - now) / 60_000

describe('after a try', () => {
  test('a signup whose mails all went is done', () => {
    expect(outcomeOf([], 1, now)).toEqual({ mailState: 'sent', mailError: null })
  })

  test.each([away, greylisted, wrongPassword])('%s is tried again', (error) => {
    expect(outcomeOf([error], 1, now)).toMatchObject({ mailState: 'due', mailError: error.message })
  })

  test('a refused recipient is left to a person', () => {
    expect(outcomeOf([noSuchUser], 1, now)).toEqual({ mailState: 'failed', mailError: '550 No such user' })
  })

  test('the other mail is still tried when one is refused', () => {
    expect(outcomeOf([noSuchUser, away], 1, now)).toMatchObject({ mailState: 'due' })
  })

  test('the pauses grow from a minute to six hours and add up to about three days', () => {
    const pauses = Array.from({ length: mostAttempts - 1 }, (_, index) =>
      minutesUntil(outcomeOf([away], index + 1, now)),
    )
    expect(pauses[0]).toBeGreaterThanOrEqual(0.8)
    expect(pauses[0]).toBeLessThanOrEqual(1.2)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(6 * 60 * 1.2)
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 60
    expect(hours).toBeGreaterThan(55)
    expect(hours).toBeLessThan(85)
    expect(outcomeOf([away], mostAttempts, now)).toMatchObject({ mailState: 'failed' })
  })
})
