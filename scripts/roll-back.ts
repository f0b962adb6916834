/** `npm run roll-back [release]`: makes an earlier release live again, the one before the live one if none is named. */
import { rollBack } from '../site/src/publishing/roll-back.ts'
import { readSettings } from '../site/src/env.ts'
import { readEnvironment, withSecrets } from './settings.ts'

try {
  const settings = readSettings(await withSecrets(readEnvironment()))
  const release = await rollBack(settings.dataDir, process.argv[2])
  console.log(`Live again: ${release.id}. The next publishing shows the newest content anew.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
