import type { Cms } from './start-cms.ts'

const minute = 60_000

/**
 * Lets the life of signups and their e-mails go on as if so many minutes had passed. None: what the CMS would come to in its
 * next round is done now.
 */
export const later = async (cms: Cms, minutes: number): Promise<void> => {
  await cms.process().ask({ work: 'round', at: new Date(Date.now() + minutes * minute).toISOString() })
}

/** Lets the nightly work on personal data be done as if it were the night of that day. */
export const nightOf = async (cms: Cms, day: Date): Promise<void> => {
  await cms.process().ask({ work: 'night', at: day.toISOString() })
}
