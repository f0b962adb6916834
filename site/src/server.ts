import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { Socket } from 'node:net'
import { type Settings, readSettings } from './env.ts'
import { createFront } from './front.ts'
import { handUpgradesOnToCms } from './hand-on-to-cms.ts'
import { createAnnouncer, readChange } from './publishing/announce-release.ts'
import { startPublisher } from './publishing/publisher.ts'
import { contentsDirectory, type ReleaseChange } from './publishing/release.ts'
import { startRenderer } from './publishing/renderer-process.ts'
import { createReleaseServer } from './publishing/serve-release.ts'
import { explainStartFailure } from './start-failure.ts'

const stopWithinMilliseconds = 10_000
const requestWithinMilliseconds = 120_000 // an editor's upload over a slow line
const headersWithinMilliseconds = 20_000

const listen = (server: ReturnType<typeof createServer>, { port, host }: Settings): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })

const start = async (settings: Settings): Promise<void> => {
  const { dataDir, cmsUrl, siteKey } = settings
  await mkdir(contentsDirectory(dataDir), { recursive: true })
  const releases = await createReleaseServer(dataDir)
  const server = createServer({ requestTimeout: requestWithinMilliseconds, headersTimeout: headersWithinMilliseconds })
  await listen(server, settings) // before anything else is started, so that a busy port ends it all
  const renderer = startRenderer(settings)
  const announcer = createAnnouncer(settings)
  const onLive = async (change: ReleaseChange | null): Promise<void> => {
    const before = releases.live()?.id ?? null
    await (change ? releases.follow(change) : releases.reload())
    const after = releases.live()?.id ?? null
    if (after !== null && after !== before) announcer.announce(async () => change ?? readChange(dataDir, before, after))
  }
  const publisher = startPublisher({ cms: { cmsUrl, siteKey }, dataDir, renderer, onLive })
  server.on('request', createFront({ settings, releases, renderer, publisher }))
  const handUpgradesOn = handUpgradesOnToCms(cmsUrl)
  server.on('upgrade', (req, socket, head) => {
    if (socket instanceof Socket) handUpgradesOn(req, socket, head)
    else socket.destroy()
  })
  console.log(`The site answers on ${settings.siteUrl}.`)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), stopWithinMilliseconds).unref()
    await Promise.all([closed, renderer.stop(), publisher.stop()])
    announcer.stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

try {
  await start(readSettings(process.env))
} catch (error) {
  console.error(explainStartFailure(error))
  process.exit(1)
}
