import { languageLocales } from 'shared/languages'
import { useAdminText } from '../use-admin-text.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Says sentences, and how long something has waited, in the language that whoever is signed in reads the admin in. */
export const useDeskText = () => {
  const text = useAdminText()
  const { say, sayNumber, language } = text
  const count = (milliseconds: number, unit: number) => Math.floor(milliseconds / unit)
  return {
    ...text,
    /** `3 dagar`, `5 timmar`, `mindre än en minut`. */
    sayWait: (since: string, now = Date.now()): string => {
      const waited = Math.max(0, now - Date.parse(since))
      if (waited < minute) return say('desk.wait.now')
      const [unit, many] =
        waited < hour
          ? (['minutes', count(waited, minute)] as const)
          : waited < 2 * day
            ? (['hours', count(waited, hour)] as const)
            : (['days', count(waited, day)] as const)
      return many === 1 ? say(`desk.wait.${unit}.one`) : say(`desk.wait.${unit}.many`, { count: sayNumber(many) })
    },
    /** `21 nov. 2026`. */
    sayDay: (iso: string): string =>
      new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'medium' }).format(new Date(iso)),
    /** `21 nov. 2026 12:03`. */
    sayMoment: (iso: string): string =>
      new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(iso),
      ),
  }
}
