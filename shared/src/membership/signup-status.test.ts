import { expect, test } from 'vitest'
import { mayMove, signupStatuses } from './signup-status.ts'

test('only the listed moves are allowed', () => {
  const moves = signupStatuses.flatMap((from) =>
    signupStatuses.filter((to) => mayMove(from, to)).map((to) => `${from} → ${to}`),
  )
  expect(moves).toEqual([
    'suspected → received',
    'suspected → declined',
    'received → approved',
    'received → declined',
    'received → duplicate',
    'declined → received',
    'duplicate → received',
  ])
})
