import type { siteSv } from '../sv/site.ts'

export const siteEn: Record<keyof typeof siteSv, string> = {}
