import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetDraft, keepDraft, newDraft, readDraft } from './signup-draft.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a draft is kept with its key until it is forgotten', () => {
  const draft = { ...newDraft(), values: { organisationName: 'Exempel AB', organisationNumber: '556026-9986' } }
  keepDraft('bli-medlem', draft)
  expect(readDraft('bli-medlem')).toEqual(draft)
  forgetDraft('bli-medlem')
  expect(readDraft('bli-medlem')).toBeNull()
})

test.each(['121212-1212', '640823-32', '6408'])(
  'the number of a sole trader (%s) is not kept',
  (organisationNumber) => {
    keepDraft('bli-medlem', { ...newDraft(), values: { organisationName: 'Eks Snickeri', organisationNumber } })
    expect(readDraft('bli-medlem')?.values).toEqual({ organisationName: 'Eks Snickeri' })
  },
)

test('the form works where the browser keeps nothing', () => {
  vi.stubGlobal('sessionStorage', undefined)
  keepDraft('bli-medlem', newDraft())
  expect(readDraft('bli-medlem')).toBeNull()
})
