import type { SignupStatus } from 'shared/membership/signup-status'

/** How the desk sorts signups: by whom they wait for. */
export const deskGroups = ['todo', 'company', 'decided', 'closed', 'all'] as const
export type DeskGroup = (typeof deskGroups)[number]

/** Whom a signup in this status waits for; null: for nobody. */
export const waitsFor: Record<SignupStatus, 'us' | 'company' | null> = {
  suspected: 'us',
  received: 'company', // it is to confirm its address
  confirmed: 'us',
  reviewing: 'us',
  approved: null,
  declined: null,
  duplicate: null,
  withdrawn: null,
  expired: null,
}

/** The statuses of each group. */
export const statusesOf: Record<DeskGroup, readonly SignupStatus[]> = {
  todo: ['suspected', 'confirmed', 'reviewing'],
  company: ['received'],
  decided: ['approved', 'declined', 'duplicate'],
  closed: ['withdrawn', 'expired'],
  all: ['suspected', 'received', 'confirmed', 'reviewing', 'approved', 'declined', 'duplicate', 'withdrawn', 'expired'],
}

/** What staff decide at the desk, in the order it is offered. */
export const deskMoves = [
  'confirmed',
  'received',
  'reviewing',
  'approved',
  'declined',
  'duplicate',
  'withdrawn',
] as const
export type DeskMove = (typeof deskMoves)[number]

/** Moves that are decisions: the company is written to once the time to undo is over. */
export const decisions = ['approved', 'declined', 'duplicate'] as const satisfies DeskMove[]

export const isDecision = (status: string): status is (typeof decisions)[number] =>
  decisions.some((decision) => decision === status)
