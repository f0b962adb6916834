import type { frontSv } from '../sv/front.ts'

export const frontEn: Record<keyof typeof frontSv, string> = {}
