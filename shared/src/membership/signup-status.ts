/**
 * Where a signup stands. A `suspected` one was sent as robots do: it is kept, but nobody is written to before a person
 * has looked at it. A `received` one waits for the applicant to confirm the address; who never does lets it expire.
 */
export const signupStatuses = [
  'suspected',
  'received',
  'confirmed',
  'reviewing',
  'approved',
  'declined',
  'duplicate',
  'withdrawn',
  'expired',
] as const
export type SignupStatus = (typeof signupStatuses)[number]

const nextStatuses: Record<SignupStatus, readonly SignupStatus[]> = {
  suspected: ['received', 'declined', 'expired'],
  received: ['confirmed', 'reviewing', 'declined', 'duplicate', 'withdrawn', 'expired'], // reviewing: taken up by hand
  confirmed: ['reviewing', 'approved', 'declined', 'duplicate', 'withdrawn'],
  reviewing: ['confirmed', 'approved', 'declined', 'duplicate', 'withdrawn'],
  approved: ['reviewing'], // undone, only until its member is made
  declined: ['reviewing'],
  duplicate: ['reviewing'],
  withdrawn: [],
  expired: ['received', 'confirmed'], // the link was sent again, or the company confirmed in another way
}

/** May a signup go from one status to another? */
export const mayMove = (from: SignupStatus, to: SignupStatus): boolean => nextStatuses[from].includes(to)

/** The statuses that a signup may go to. */
export const nextStatusesOf = (from: SignupStatus): readonly SignupStatus[] => nextStatuses[from]

export const isSignupStatus = (value: unknown): value is SignupStatus =>
  signupStatuses.some((status) => status === value)

/** Must whoever moves a signup so say why? A robot's signup is declined without a word to anybody. */
export const needsReason = (from: SignupStatus, to: SignupStatus): boolean => to === 'declined' && from !== 'suspected'

/** How long a decision can be undone before it takes effect: the letter is sent and the member is made. */
export const undoMilliseconds = 60_000
