/** `npm run roll-back [release]`: makes an earlier release live again, the one before the live one if none is named. */
import { readSettings } from '../site/src/env.ts'
import { changeBetween, createAnnouncer } from '../site/src/publishing/announce-release.ts'
import { readLiveId, readLiveRelease } from '../site/src/publishing/release.ts'
import { rollBack } from '../site/src/publishing/roll-back.ts'
import { readEnvironment, withSecrets } from './settings.ts'

try {
  const settings = readSettings(await withSecrets(readEnvironment()))
  const [id, ...more] = process.argv.slice(2)
  if (more.length > 0) throw new Error('Name one release, or none: npm run roll-back [release].')
  if (id !== undefined && id === (await readLiveId(settings.dataDir))) {
    throw new Error(`Release ${id} is live already, so nothing was changed.`)
  }
  const before = await readLiveRelease(settings.dataDir).catch(() => null) // it may be the reason for going back
  const release = await rollBack(settings.dataDir, id)
  console.log(`Live again: ${release.id}. The next publishing shows the newest content anew.`)
  const announcer = createAnnouncer(settings)
  announcer.announce(() => changeBetween(before, release))
  await announcer.settled()
} catch (error) {
  console.error(
    `${error instanceof Error ? error.message : String(error)} "npm run releases" lists those that are kept.`,
  )
  process.exitCode = 1
}
