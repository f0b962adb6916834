import type { SignupStatus } from 'shared/membership/signup-status'
import { z } from 'zod'

const day = 86_400_000

/** How many days each kind of personal data is kept, counted from when it was last needed. Officers may change them. */
export const retentionDefaults = {
  suspectedDays: 30, // looked at by nobody
  expiredDays: 7, // never confirmed
  withdrawnDays: 30,
  duplicateDays: 30,
  declinedDays: 183,
  undecidedDays: 730, // forgotten by staff
  leftDays: 365, // contact persons of a member that left
  emailDays: 365, // what was sent to whom
  consentDays: 1095, // proof of a consent, once it no longer matters
  auditDays: 730,
  memberYears: 7, // calendar years after the one in which a member left (bookkeeping act 7:2)
}
export type RetentionSettings = typeof retentionDefaults
export type RetentionName = keyof RetentionSettings

export const isRetentionName = (name: string): name is RetentionName => Object.hasOwn(retentionDefaults, name)

const settingsSchema = z.object(
  Object.fromEntries(
    Object.entries(retentionDefaults).map(([name, days]) => [name, z.number().int().positive().catch(days)]),
  ),
)

/** The settings as somebody saved them; what is missing or makes no sense is as it was delivered. */
export const readRetention = (saved: unknown): RetentionSettings => ({
  ...retentionDefaults,
  ...settingsSchema.parse(typeof saved === 'object' && saved !== null ? saved : {}),
})

/** Which setting a signup's clock follows; null: it is kept as long as its member. */
export const clockOf: Record<SignupStatus, RetentionName | null> = {
  suspected: 'suspectedDays',
  expired: 'expiredDays',
  withdrawn: 'withdrawnDays',
  duplicate: 'duplicateDays',
  declined: 'declinedDays',
  received: 'undecidedDays',
  confirmed: 'undecidedDays',
  reviewing: 'undecidedDays',
  approved: null,
}

/** Which one an approved signup's clock follows whose member was deleted by hand. */
export const clockWithoutMember: RetentionName = 'leftDays'

/** The moment before which something must have happened last, to be forgotten now. */
export const momentBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * day)

/** When a signup is forgotten if nothing happens to it; null: not while its member is one. */
export const forgottenOn = (
  {
    status,
    statusChangedAt,
    createdAt,
    hasMember,
  }: { status: SignupStatus; statusChangedAt: Date | null; createdAt: Date; hasMember: boolean },
  settings: RetentionSettings,
): Date | null => {
  const clock = clockOf[status] ?? (hasMember ? null : clockWithoutMember)
  return clock ? new Date((statusChangedAt ?? createdAt).getTime() + settings[clock] * day) : null
}

/**
 * The first moment at which a member that left may be forgotten whole: after the last day of the seventh year.
 * @example memberForgottenOn(new Date('2026-03-31T12:00:00Z'), retentionDefaults) // 2034-01-01
 */
export const memberForgottenOn = (leftOn: Date, { memberYears }: RetentionSettings): Date =>
  new Date(Date.UTC(leftOn.getUTCFullYear() + memberYears + 1, 0, 1))
