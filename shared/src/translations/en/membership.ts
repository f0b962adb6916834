import type { membershipSv } from '../sv/membership.ts'

export const membershipEn: Record<keyof typeof membershipSv, string> = {}
