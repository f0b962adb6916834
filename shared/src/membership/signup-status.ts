/**
 * Where a signup stands. A `suspected` one was sent with the trap filled in, as robots do: it is kept, but nobody is
 * written to before a person has looked at it.
 */
export const signupStatuses = ['suspected', 'received', 'approved', 'declined', 'duplicate'] as const
export type SignupStatus = (typeof signupStatuses)[number]

const nextStatuses: Record<SignupStatus, readonly SignupStatus[]> = {
  suspected: ['received', 'declined'],
  received: ['approved', 'declined', 'duplicate'],
  approved: [],
  declined: ['received'],
  duplicate: ['received'],
}

/** May a signup go from one status to another? */
export const mayMove = (from: SignupStatus, to: SignupStatus): boolean => nextStatuses[from].includes(to)

export const isSignupStatus = (value: unknown): value is SignupStatus =>
  signupStatuses.some((status) => status === value)
