import { setTimeout as pause } from 'node:timers/promises'
import { type LaidOut, type Layout, layOutRelease } from './lay-out-release.ts'
import { readLiveId, readRelease } from './release.ts'

const lookEveryMilliseconds = 1000
const tryAgainMilliseconds = 5000

interface Listener {
  onLaidOut: (laidOut: LaidOut) => void
  /** Something is in the way. Told once until it changes; it is tried again. */
  onProblem: (message: string) => void
  signal: AbortSignal
}

/** Lays out whatever release is live, each time another one is, until the signal. */
export const keepInStep = async (layout: Layout, { onLaidOut, onProblem, signal }: Listener): Promise<void> => {
  let laidOut: string | null = null
  let told = ''

  const tell = (message: string): void => {
    if (!signal.aborted && message !== told) onProblem(message)
    told = message
  }

  const look = async (): Promise<number> => {
    const live = await readLiveId(layout.dataDir)
    if (live === null) tell('Nothing is live yet. Waiting for the first release.')
    if (live === null || live === laidOut) return lookEveryMilliseconds
    const release = await readRelease(layout.dataDir, live)
    onLaidOut(await layOutRelease(release, layout, { thorough: laidOut === null, signal }))
    laidOut = live
    told = ''
    return lookEveryMilliseconds
  }

  while (!signal.aborted) {
    const rest = await look().catch((error: unknown) => {
      tell(error instanceof Error ? error.message : String(error))
      return tryAgainMilliseconds
    })
    await pause(rest, undefined, { signal }).catch(() => {}) // ended
  }
}
