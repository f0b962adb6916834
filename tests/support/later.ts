import { startProcess } from './server-process.ts'
import { settingsOf } from './settings.ts'
import type { Cms } from './start-cms.ts'

/**
 * Lets the life of signups and their e-mails go on as if so many minutes had passed: the CMS is stopped, its work is done once
 * by a clock that is ahead, and it is started again.
 */
export const later = async (cms: Cms, minutes: number, settings: Record<string, string> = {}): Promise<void> => {
  await cms.process().stop()
  const ahead = startProcess(
    'tests/support/tend-membership.ts',
    settingsOf({ ...cms.store.settings, CMS_URL: cms.url, ...settings, MINUTES_AHEAD: String(minutes) }),
  )
  if ((await ahead.ended) !== 0) throw new Error(`The clock could not be moved on. It said:\n${ahead.output()}`)
  await cms.restart()
}
