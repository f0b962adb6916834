/** `npm run publish [-- --force]`: asks the running site for a release now; `--force` lets one through that loses many pages. */
import { type TextKey, translateTo } from 'shared/translations/translate'
import { readSettings } from '../site/src/env.ts'
import { publishNow } from '../site/src/publishing/publish-now.ts'
import { readEnvironment, withSecrets } from './settings.ts'

const settings = readSettings(await withSecrets(readEnvironment()))
const outcome = await publishNow({
  siteUrl: `http://127.0.0.1:${settings.port}`,
  siteKey: settings.siteKey,
  force: process.argv.includes('--force'),
})
for (const problem of outcome.problems)
  console.log(`- ${translateTo('en')(problem.code as TextKey, { title: problem.title, ...problem.values })}`)
if (outcome.outcome === 'live') {
  console.log(
    `Live: ${outcome.release}, ${outcome.pages} pages, after ${outcome.milliseconds} ms. To undo: npm run roll-back`,
  )
} else {
  console.log('Refused; the release before it is still live.')
  process.exitCode = 1
}
