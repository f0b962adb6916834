import { signupStatuses } from 'shared/membership/signup-status'
import { describe, expect, test } from 'vitest'
import {
  clockOf,
  forgottenOn,
  memberForgottenOn,
  momentBefore,
  readRetention,
  retentionDefaults,
} from './retention-rules.ts'

const since = new Date('2026-03-01T10:00:00Z')
const signup = (status: (typeof signupStatuses)[number]) => ({
  status,
  statusChangedAt: since,
  createdAt: since,
  hasMember: true,
})

describe('a signup is forgotten', () => {
  test.each([
    ['expired', '2026-03-08'],
    ['withdrawn', '2026-03-31'],
    ['suspected', '2026-03-31'],
    ['duplicate', '2026-03-31'],
    ['declined', '2026-08-31'],
    ['received', '2028-02-29'],
    ['reviewing', '2028-02-29'],
  ] as const)('%s: on %s', (status, day) => {
    expect(forgottenOn(signup(status), retentionDefaults)?.toISOString().slice(0, 10)).toBe(day)
  })

  test('never while its member is one', () => expect(forgottenOn(signup('approved'), retentionDefaults)).toBeNull())

  test('a year after its member was deleted by hand', () => {
    const orphaned = { ...signup('approved'), hasMember: false }
    expect(forgottenOn(orphaned, retentionDefaults)?.toISOString().slice(0, 10)).toBe('2027-03-01')
  })

  test('by a clock that every state has, or has none on purpose', () => {
    expect(Object.keys(clockOf).toSorted()).toEqual(signupStatuses.toSorted())
  })

  test('counted from when it came in, if it never moved', () => {
    const unmoved = { ...signup('declined'), statusChangedAt: null }
    expect(forgottenOn(unmoved, retentionDefaults)?.toISOString().slice(0, 10)).toBe('2026-08-31')
  })
})

test('what the bookkeeping needs of a member is kept through the seventh year after it left', () => {
  const after = (leftOn: string) => memberForgottenOn(new Date(leftOn), retentionDefaults).toISOString().slice(0, 10)
  expect(after('2026-01-01T12:00:00Z')).toBe('2034-01-01')
  expect(after('2026-12-31T12:00:00Z')).toBe('2034-01-01')
})

test('settings that make no sense are as delivered', () => {
  expect(readRetention(null)).toEqual(retentionDefaults)
  expect(readRetention({ declinedDays: 90, expiredDays: 0, leftDays: 'länge', emailDays: null })).toEqual({
    ...retentionDefaults,
    declinedDays: 90,
  })
})

test('a day is a day of 24 hours, also when clocks are changed', () => {
  expect(momentBefore(new Date('2026-10-26T02:00:00Z'), 1).toISOString()).toBe('2026-10-25T02:00:00.000Z')
})
