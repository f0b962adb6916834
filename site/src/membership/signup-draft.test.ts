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

test.each([
  ['vatNumber', 'SE121212121201'],
  ['peppolId', '0007:1212121212'],
])('nor is it kept as %s', (name, written) => {
  keepDraft('bli-medlem', { ...newDraft(), values: { organisationName: 'Eks Snickeri', [name]: written } })
  expect(readDraft('bli-medlem')?.values).toEqual({ organisationName: 'Eks Snickeri' })
})

test.each([
  ['vatNumber', 'SE556026998601'],
  ['vatNumber', 'DK12345678'],
  ['peppolId', '0007:5560269986'],
  ['peppolId', '0184:12345678'],
])('those of companies are: %s %s', (name, written) => {
  keepDraft('bli-medlem', { ...newDraft(), values: { [name]: written } })
  expect(readDraft('bli-medlem')?.values).toEqual({ [name]: written })
})

test('the step and what the proof of work is made with are kept too', () => {
  const draft = { ...newDraft(), place: 2, token: { token: 'token', bits: 14, at: 1 } }
  keepDraft('bli-medlem', draft)
  expect(readDraft('bli-medlem')).toEqual(draft)
})

test('a logo is kept with the rest, and where there is no room for it the rest is', () => {
  const logo = `data:image/webp;base64,${'A'.repeat(1000)}`
  const draft = { ...newDraft(), values: { organisationName: 'Exempel AB', logo } }
  keepDraft('bli-medlem', draft)
  expect(readDraft('bli-medlem')).toEqual(draft)
  keepDraft('bli-medlem', { ...draft, values: { organisationName: 'Exempel AB', logo: null } })
  expect(readDraft('bli-medlem')?.values).toEqual({ organisationName: 'Exempel AB' })

  const { setItem } = sessionStorage
  vi.spyOn(sessionStorage, 'setItem').mockImplementation((name, value) => {
    if (value.length > 500) throw new DOMException('', 'QuotaExceededError')
    setItem(name, value)
  })
  keepDraft('bli-medlem', { ...draft, values: { organisationName: 'Nytt Namn AB', logo } })
  expect(readDraft('bli-medlem')?.values).toEqual({ organisationName: 'Nytt Namn AB' })
  forgetDraft('bli-medlem')
  expect(readDraft('bli-medlem')).toBeNull()
})

test('the form works where the browser keeps nothing', () => {
  vi.stubGlobal('sessionStorage', undefined)
  keepDraft('bli-medlem', newDraft())
  expect(readDraft('bli-medlem')).toBeNull()
})
