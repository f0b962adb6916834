import { sample } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLiveRelease, type Release } from '../../site/src/publishing/release.ts'
import { rollBack } from '../../site/src/publishing/roll-back.ts'
import { untilNothingWaits } from '../support/all-shown.ts'
import { rendererOf } from '../support/child-processes.ts'
import { createEditorAtRandom, type Step, stepArbitrary } from '../support/editor-at-random.ts'
import { createFromNothing, differencesBetween, type FromNothing } from '../support/release-from-nothing.ts'
import { waitFor } from '../support/server-process.ts'
import { signIn } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'

// It goes on for `INCREMENTAL_SECONDS`, and until it has compared enough on a machine that is busy; `INCREMENTAL_SEED` draws the steps of a run that failed.
const seconds = Number(process.env['INCREMENTAL_SECONDS'] ?? 20)
const seed = Number(process.env['INCREMENTAL_SEED'] ?? Date.now() % 1_000_000)
const fewestComparisons = 6
const mostSteps = 10_000
const restartEvery = 12 // steps
const rollBackEvery = 9

// Something to begin with, so that the steps that follow have what they ask for.
const opening = (['new page', 'new page', 'new news item', 'new page', 'publish in the other language'] as const).map(
  (kind, place): Step => ({ kind, language: 'sv', which: place, other: place + 1, words: 3 * place + 1 }),
)

let web: Web
let fromNothing: FromNothing

beforeAll(async () => {
  web = await startWeb()
  fromNothing = createFromNothing(web)
})
afterAll(async () => {
  await fromNothing.end()
  await web.end()
})

const live = async (): Promise<Release> => {
  const release = await readLiveRelease(web.cms.store.dataDirectory)
  if (!release) throw new Error('Nothing is live.')
  return release
}

const restartRenderer = async () => {
  const before = await rendererOf(web.site().pid)
  if (before !== undefined) process.kill(before, 'SIGKILL')
  await waitFor('a new renderer', async () => {
    const now = await rendererOf(web.site().pid)
    return now !== undefined && now !== before ? now : undefined
  })
}

test(
  'whatever editors do, what is live is what a release from nothing would be, byte for byte',
  { timeout: (seconds + 90) * 1000 },
  async () => {
    const editor = await createEditorAtRandom(await signIn(web.cms.url))
    const steps = [...opening, ...sample(stepArbitrary, { seed, numRuns: mostSteps })]
    const done: (Step & { refused?: string })[] = []
    const counts = { compared: 0, refused: 0, releases: new Set<string>() }
    const end = Date.now() + seconds * 1000
    for (const [place, step] of steps.entries()) {
      if (Date.now() > end && counts.compared >= fewestComparisons) break
      if (place % restartEvery === restartEvery - 1) await restartRenderer()
      if (place % rollBackEvery === rollBackEvery - 1) await rollBack(web.cms.store.dataDirectory)
      const refused = await editor.does(step)
      done.push({ ...step, ...(refused ? { refused } : {}) })
      if (refused) {
        counts.refused += 1
        continue
      }
      await untilNothingWaits(web)
      const [now, whole] = [await live(), await fromNothing.make()]
      const differing = differencesBetween(now, whole)
      const history = () =>
        `seed ${seed}, after\n${done.map((each) => JSON.stringify(each)).join('\n')}\n${web.site().output().slice(-3000)}`
      expect(differing, history()).toEqual([])
      counts.compared += 1
      counts.releases.add(now.id)
    }
    console.log(
      `seed ${seed}: ${done.length} steps, ${counts.refused} of them refused by the CMS, ${counts.compared} comparisons of ` +
        `${counts.releases.size} releases`,
    )
    expect(counts.compared).toBeGreaterThanOrEqual(fewestComparisons)
  },
)
