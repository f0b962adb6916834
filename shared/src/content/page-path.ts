import type { Language } from '../languages.ts'

/** The address of a page from its language and the slugs from the root down: `('sv', ['om-oss', 'styrelse'])` → `/sv/om-oss/styrelse/`. */
export const pagePath = (language: Language, slugs: readonly string[]): string => ['', language, ...slugs, ''].join('/')
