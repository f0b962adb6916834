import { defaultLanguage, isLanguage, type Language } from '../languages.ts'
import { accessibilityAdminEn } from './en/accessibility-admin.ts'
import { adminEn } from './en/admin.ts'
import { deskAdminEn } from './en/desk-admin.ts'
import { emailsAdminEn } from './en/emails-admin.ts'
import { feesAdminEn } from './en/fees-admin.ts'
import { membershipAdminEn } from './en/membership-admin.ts'
import { previewAdminEn } from './en/preview-admin.ts'
import { privacyAdminEn } from './en/privacy-admin.ts'
import { publishingAdminEn } from './en/publishing-admin.ts'
import { registerAdminEn } from './en/register-admin.ts'
import { scheduleAdminEn } from './en/schedule-admin.ts'
import { signupLifeAdminEn } from './en/signup-life-admin.ts'
import { accessibilityAdminSv } from './sv/accessibility-admin.ts'
import { adminSv } from './sv/admin.ts'
import { deskAdminSv } from './sv/desk-admin.ts'
import { emailsAdminSv } from './sv/emails-admin.ts'
import { feesAdminSv } from './sv/fees-admin.ts'
import { membershipAdminSv } from './sv/membership-admin.ts'
import { previewAdminSv } from './sv/preview-admin.ts'
import { privacyAdminSv } from './sv/privacy-admin.ts'
import { publishingAdminSv } from './sv/publishing-admin.ts'
import { registerAdminSv } from './sv/register-admin.ts'
import { scheduleAdminSv } from './sv/schedule-admin.ts'
import { signupLifeAdminSv } from './sv/signup-life-admin.ts'

const sv = {
  ...accessibilityAdminSv,
  ...adminSv,
  ...deskAdminSv,
  ...emailsAdminSv,
  ...membershipAdminSv,
  ...previewAdminSv,
  ...privacyAdminSv,
  ...publishingAdminSv,
  ...registerAdminSv,
  ...scheduleAdminSv,
  ...signupLifeAdminSv,
  ...feesAdminSv,
}
const en: Record<AdminTextKey, string> = {
  ...accessibilityAdminEn,
  ...adminEn,
  ...deskAdminEn,
  ...emailsAdminEn,
  ...membershipAdminEn,
  ...previewAdminEn,
  ...privacyAdminEn,
  ...publishingAdminEn,
  ...registerAdminEn,
  ...scheduleAdminEn,
  ...signupLifeAdminEn,
  ...feesAdminEn,
}

export type AdminTextKey = keyof typeof sv

/** Every sentence of the admin UI. */
export const adminTexts = { sv, en }

export const isAdminTextKey = (key: string): key is AdminTextKey => Object.hasOwn(sv, key)

/** A label or help text of the admin UI in both languages, as Payload's configuration takes it. */
export const adminText = (key: AdminTextKey): { sv: string; en: string } => ({ sv: sv[key], en: en[key] })

/** The language that whoever makes this request reads the admin UI in. */
export const adminLanguage = (req: { i18n?: { language?: string } }): Language => {
  const language = req.i18n?.language
  return isLanguage(language) ? language : defaultLanguage
}

/** Says a sentence of the admin UI in one language; `{{name}}` in it is replaced by `values.name`. */
export const sayAdmin = (language: Language, key: AdminTextKey, values: Record<string, string | number> = {}): string =>
  adminText(key)[language].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
