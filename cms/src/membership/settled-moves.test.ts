import type { SignupStatus } from 'shared/membership/signup-status'
import { expect, test } from 'vitest'
import { settledMoves } from './settled-moves.ts'

const now = new Date('2026-11-23T12:00:00Z')
/** A life, as pairs of a status and the seconds before now at which it began. */
const seen = (...life: [SignupStatus, number][]) => {
  const moves = life.map(([to, before], place) => ({
    at: new Date(now.getTime() - before * 1000).toISOString(),
    from: life[place - 1]?.[0] ?? ('received' as const),
    to,
    by: { kind: 'staff' as const, name: 'Maja' },
  }))
  return settledMoves(moves, now).map(({ to }) => to)
}

test('a company is not told of a decision that was taken back, or still can be', () => {
  expect(seen(['confirmed', 900], ['declined', 300], ['reviewing', 270], ['approved', 120])).toEqual([
    'confirmed',
    'reviewing',
    'approved',
  ])
  expect(seen(['reviewing', 900], ['approved', 300], ['reviewing', 270], ['declined', 10])).toEqual(['reviewing'])
})

test('a decision that was told, and taken up again later, stays', () => {
  expect(seen(['declined', 9000], ['reviewing', 8000])).toEqual(['declined', 'reviewing'])
})
