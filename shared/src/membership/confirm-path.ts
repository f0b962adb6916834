import type { Language } from '../languages.ts'

/** Where a signup is confirmed, in each language: `/sv/bekrafta/`. The e-mail leads there, and the site has the page. */
export const confirmSlugs: Record<Language, string> = { sv: 'bekrafta', en: 'confirm' }

/** @example confirmPath('en') // '/en/confirm/' */
export const confirmPath = (language: Language): string => `/${language}/${confirmSlugs[language]}/`
