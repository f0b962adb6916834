import { adminEn } from './en/admin.ts'
import { adminSv } from './sv/admin.ts'

export type AdminTextKey = keyof typeof adminSv

/** A label or help text of the admin UI in both languages, as Payload's configuration takes it. */
export const adminText = (key: AdminTextKey): { sv: string; en: string } => ({ sv: adminSv[key], en: adminEn[key] })
