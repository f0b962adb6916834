import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startRounds } from './rounds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work of which each round lasts until the test ends it. */
const createWork = () => {
  const ends: (() => void)[] = []
  const round = () => new Promise<number>((resolve) => ends.push(() => resolve(1000)))
  const endRound = async () => {
    ends.at(-1)?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { round, endRound, started: () => ends.length }
}

test('a round follows the one before after its pause', async () => {
  const work = createWork()
  startRounds({ life: { stopped: false }, round: work.round })
  await work.endRound()
  await vi.advanceTimersByTimeAsync(999)
  expect(work.started()).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(work.started()).toBe(2)
})

test('asked for during a round, one more comes right after it, however many asked', async () => {
  const work = createWork()
  const { look } = startRounds({ life: { stopped: false }, round: work.round })
  look()
  look()
  expect(work.started()).toBe(1)
  await work.endRound()
  expect(work.started()).toBe(2)
  await work.endRound()
  expect(work.started()).toBe(2)
})

test('asked for in a pause, it does not wait, and the pause begins anew', async () => {
  const work = createWork()
  const { look } = startRounds({ life: { stopped: false }, round: work.round })
  await work.endRound()
  await vi.advanceTimersByTimeAsync(600)
  look()
  expect(work.started()).toBe(2)
  await work.endRound()
  await vi.advanceTimersByTimeAsync(600)
  expect(work.started()).toBe(2)
})

test('told to stop, it ends its round and begins no other, even when asked', async () => {
  const work = createWork()
  const { look, stop } = startRounds({ life: { stopped: false }, round: work.round })
  look()
  const stopped = stop()
  await work.endRound()
  await stopped
  look()
  await vi.advanceTimersByTimeAsync(5000)
  expect(work.started()).toBe(1)
})

test('the first may be put off, so that a start has the processor to itself', async () => {
  const work = createWork()
  startRounds({ life: { stopped: false }, round: work.round, firstAfter: 500 })
  expect(work.started()).toBe(0)
  await vi.advanceTimersByTimeAsync(500)
  expect(work.started()).toBe(1)
})
