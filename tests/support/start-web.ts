import { type Cms, startCms } from './start-cms.ts'
import { freePort, type ServerProcess, startProcess, waitUntilReady } from './server-process.ts'
import { settingsOf } from './settings.ts'

export interface Web {
  /** Where visitors come. */
  url: string
  cms: Cms
  site: () => ServerProcess
  /** Stops the site in front and starts it again on the same store. */
  restartSite: () => Promise<void>
  /** Ends both and removes all that they stored. */
  end: () => Promise<void>
}

/**
 * Starts the whole web, the CMS and the site in front of it, and waits until its first release is live.
 * @param beforeSite done when the CMS is there; gives settings that only the site has
 */
export const startWeb = async (
  settings: Record<string, string> = {},
  beforeSite: (cms: Cms) => Promise<Record<string, string>> = async () => ({}),
): Promise<Web> => {
  const url = `http://localhost:${await freePort()}`
  const shared = { PORT: new URL(url).port, SITE_URL: url, ...settings }
  const cms = await startCms({ settings: shared })
  const ofSite = await beforeSite(cms)
  const launch = async () => {
    const settings = settingsOf({ ...shared, DATA_DIR: cms.store.dataDirectory, CMS_URL: cms.url, ...ofSite })
    const process = startProcess('site/src/server.ts', settings)
    await waitUntilReady(`${url}/sv/`, process)
    return process
  }
  let site = await launch()
  return {
    url,
    cms,
    site: () => site,
    restartSite: async () => {
      await site.stop()
      site = await launch()
    },
    end: async () => {
      await site.stop()
      await cms.end()
    },
  }
}
