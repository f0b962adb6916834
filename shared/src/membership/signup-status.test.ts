import { expect, test } from 'vitest'
import { mayMove, needsReason, signupStatuses } from './signup-status.ts'

test('only the listed moves are allowed', () => {
  const moves = signupStatuses.map(
    (from) => `${from} → ${signupStatuses.filter((to) => mayMove(from, to)).join(', ') || 'nowhere'}`,
  )
  expect(moves).toEqual([
    'suspected → received, declined, expired',
    'received → confirmed, reviewing, declined, duplicate, withdrawn, expired',
    'confirmed → reviewing, approved, declined, duplicate, withdrawn',
    'reviewing → confirmed, approved, declined, duplicate, withdrawn',
    'approved → reviewing',
    'declined → reviewing',
    'duplicate → reviewing',
    'withdrawn → nowhere',
    'expired → received, confirmed',
  ])
})

test('a company that is declined is told why, a robot is not', () => {
  expect(needsReason('reviewing', 'declined')).toBe(true)
  expect(needsReason('suspected', 'declined')).toBe(false)
  expect(needsReason('reviewing', 'approved')).toBe(false)
})
