import { useTranslation } from '@payloadcms/ui'
import { languageLocales } from 'shared/languages'
import { adminLanguage, type AdminTextKey, sayAdmin } from 'shared/translations/admin'

/** Says sentences and times in the language that whoever is signed in reads the admin UI in. */
export const useAdminText = () => {
  const { i18n } = useTranslation()
  const language = adminLanguage({ i18n })
  const isToday = (time: Date) => time.toDateString() === new Date().toDateString()
  return {
    language,
    say: (key: AdminTextKey, values?: Record<string, string | number>): string => sayAdmin(language, key, values),
    /** `12:03:22` today, `21 nov. 2026 12:03` on any other day. */
    sayTime: (iso: string): string => {
      const time = new Date(iso)
      const shown: Intl.DateTimeFormatOptions = isToday(time)
        ? { timeStyle: 'medium' }
        : { dateStyle: 'medium', timeStyle: 'short' }
      return new Intl.DateTimeFormat(languageLocales[language], shown).format(time)
    },
    /** `1 200` in Swedish, `1,200` in English. */
    sayNumber: (number: number): string => new Intl.NumberFormat(languageLocales[language]).format(number),
    /** `0,32 s`, and `12 s` from ten seconds on. */
    sayDuration: (milliseconds: number): string => {
      const maximumFractionDigits = milliseconds < 1000 ? 2 : milliseconds < 10_000 ? 1 : 0
      const seconds = new Intl.NumberFormat(languageLocales[language], { maximumFractionDigits })
      return `${seconds.format(milliseconds / 1000)} s`
    },
  }
}
