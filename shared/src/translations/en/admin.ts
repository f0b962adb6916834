import type { adminSv } from '../sv/admin.ts'

export const adminEn: Record<keyof typeof adminSv, string> = {}
