import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Figure } from './figure.ts'
import {
  inTemporaryDirectory,
  memoryOf,
  ownSettings,
  repository,
  startProcess,
  startWeb,
  untilAnswered,
} from './web.ts'

const run = promisify(execFile)
const secondsSince = (start: number) => (performance.now() - start) / 1000

const below = (name: string, unit: string, ours: number, limit: number): Figure => ({
  name,
  unit,
  ours,
  goal: `< ${limit} ${unit}`,
  met: ours < limit,
})

/** An hour's light use: a page a second, and every minute a look at the news; here at twelve times that speed. */
const useLightly = async (site: string): Promise<void> => {
  const paths = [
    '/sv/',
    '/en/',
    '/sv/bli-medlem/',
    '/en/become-a-member/',
    '/sv/sok/',
    '/search/sv.json',
    '/admin/login',
    '/sitemap.xml',
  ]
  for (let second = 0; second < 3600; second += 1) {
    await fetch(site + paths[second % paths.length]).then((response) => response.arrayBuffer())
    await new Promise((wait) => setTimeout(wait, 1000 / 12))
  }
}

/** From a fresh clone to a live site, starting again, the API alone, and the memory after an hour's light use. */
export const measure = (): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    const clone = join(directory, 'clone')
    const settings = await ownSettings(join(directory, 'data'))
    await run('git', ['clone', '--quiet', repository, clone])

    let start = performance.now()
    const first = startProcess(['npm', 'start', '--silent'], clone, settings)
    await untilAnswered(`${settings['SITE_URL']}/sv/`)
    const fromClone = secondsSince(start)
    await untilAnswered(`${settings['CMS_URL']}/admin/login`)
    await first.stop()

    start = performance.now()
    const second = startProcess(['npm', 'start', '--silent'], clone, settings)
    await untilAnswered(`${settings['SITE_URL']}/sv/`)
    await untilAnswered(`${settings['SITE_URL']}/admin/login`)
    const again = secondsSince(start)
    await second.stop()

    start = performance.now()
    const cms = startProcess([process.execPath, 'cms/src/server.ts'], repository, {
      ...settings,
      NODE_ENV: 'production',
    })
    await untilAnswered(`${settings['CMS_URL']}/healthz`)
    const api = secondsSince(start)
    await cms.stop()

    const web = await startWeb(settings)
    await useLightly(web.site)
    const memory = await memoryOf(web.pid)
    await web.stop()
    const all = memory.reduce((sum, { megabytes }) => sum + megabytes, 0)
    const front = memory.find(({ command }) => command.includes('site/src/server.ts'))?.megabytes ?? Number.NaN

    return [
      below('fresh clone to live site', 's', fromClone, 300),
      below('second npm start, admin included', 's', again, 10),
      below('API ready after the CMS process starts', 's', api, 2),
      below('memory, all processes', 'MB', all, 1100),
      below('memory, the front', 'MB', front, 150),
    ]
  })
