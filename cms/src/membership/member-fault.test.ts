import { ValidationError } from 'payload'
import { expect, test } from 'vitest'
import { faultOf, isTold, tryAgainAt } from './member-fault.ts'

const now = new Date('2026-11-22T12:00:00Z')
const minutesUntil = (moment: Date) => (moment.getTime() - now.getTime()) / 60_000

test('what the register refuses is told at once, by its fields and not by what stands in them, and waits a day', () => {
  const refusal = new ValidationError({ errors: [{ path: 'invoiceEmail', message: '“åsa.example” is no address' }] })
  const fault = faultOf(refusal, null)
  expect(fault).toMatchObject({ fields: ['invoiceEmail'], tries: 1 })
  expect(JSON.stringify(fault)).not.toContain('åsa')
  expect(isTold(fault)).toBe(true)
  expect(minutesUntil(tryAgainAt(fault, now))).toBe(24 * 60)
})

test('what was away is tried again soon, then ever more rarely, and told when it goes on', () => {
  const away = Object.assign(new Error('anna@example.com could not be written'), { code: 'SQLITE_BUSY' })
  let fault = faultOf(away, null)
  const pauses: number[] = []
  const told: boolean[] = []
  for (let tries = 0; tries < 10; tries += 1) {
    pauses.push(minutesUntil(tryAgainAt(fault, now)))
    told.push(isTold(fault))
    fault = faultOf(away, fault)
  }
  expect(fault.code).toBe('SQLITE_BUSY')
  expect(pauses).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 32, 60, 60])
  expect(told.indexOf(true)).toBe(3)
})
