/**
 * `npm run publish [-- --force]`: asks the running site for a release now; `--force` lets one through that loses many pages.
 * `npm run publish -- --to DIR [--watch]`: lays the live release out as plain files for a CDN or another web server; with
 * `--watch` it goes on doing so whenever another one is live, until it is ended.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type TextKey, translateTo } from 'shared/translations/translate'
import { readSettings, type Settings } from '../site/src/env.ts'
import { keepInStep } from '../site/src/publishing/keep-in-step.ts'
import { type LaidOut, type Layout, layOutRelease } from '../site/src/publishing/lay-out-release.ts'
import { publishNow } from '../site/src/publishing/publish-now.ts'
import { readLiveRelease } from '../site/src/publishing/release.ts'
import { readEnvironment, withSecrets } from './settings.ts'

const usage = 'Use: npm run publish [-- --force], or: npm run publish -- --to DIR [--watch].'

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: { to: { type: 'string' }, watch: { type: 'boolean' }, force: { type: 'boolean' } },
    })
    if (values.to === '' || (values.watch && values.to === undefined) || (values.force && values.to !== undefined)) {
      throw new Error(values.force ? '--force has no meaning with --to.' : 'It is not said where to, after --to.')
    }
    return values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)} ${usage}`, { cause: error })
  }
}

const sayLaidOut = ({ release, written, removed, milliseconds }: LaidOut): void =>
  console.log(`Laid out: ${release}, ${written} files written, ${removed} removed, after ${milliseconds} ms.`)

const layOut = async (layout: Layout): Promise<void> => {
  const live = await readLiveRelease(layout.dataDir)
  if (!live)
    throw new Error('Nothing is live yet, so there is nothing to lay out. Start the site with "npm start" first.')
  sayLaidOut(await layOutRelease(live, layout))
}

const watch = async (layout: Layout): Promise<void> => {
  const ending = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => ending.abort())
  console.log(`Keeping ${layout.directory} in step with what is live. End with Ctrl-C.`)
  await keepInStep(layout, { onLaidOut: sayLaidOut, onProblem: console.error, signal: ending.signal })
}

const publish = async ({ port, siteKey }: Settings, force: boolean): Promise<void> => {
  console.log('Making a release of everything that is published …')
  const outcome = await publishNow({
    siteUrl: `http://127.0.0.1:${port}`,
    siteKey,
    force,
    onProgress: ({ done, total }) => console.log(`${done} of ${total} pages.`),
  })
  for (const { code, title, values } of [...outcome.problems, ...outcome.held])
    console.log(`- ${translateTo('en')(code as TextKey, { title, ...values })}`)
  if (outcome.outcome === 'live') {
    console.log(
      `Live: ${outcome.release}, ${outcome.pages} pages, after ${outcome.milliseconds} ms. To undo: npm run roll-back`,
    )
    return
  }
  console.log('Refused; the release before it is still live.')
  process.exitCode = 1
}

try {
  const { to, watch: isToWatch, force = false } = readOptions()
  const settings = readSettings(await withSecrets(readEnvironment()))
  if (to === undefined) {
    await publish(settings, force)
  } else {
    const directory = resolve(process.env['INIT_CWD'] ?? '.', to) // npm runs this elsewhere than it was called
    const layout = { dataDir: settings.dataDir, directory, siteUrl: settings.siteUrl }
    await (isToWatch ? watch(layout) : layOut(layout))
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
