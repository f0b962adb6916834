import { expect, test } from 'vitest'
import { shortened, summaryOf } from './summary.ts'

test('the first text that says anything is the summary, with its spaces in order', () => {
  expect(summaryOf([null, '  ', 'Ett  kluster\när fler.', 'Annat'])).toBe('Ett kluster är fler.')
  expect(summaryOf([null, ''])).toBeNull()
})

test('a long text is cut between words', () => {
  const summary = summaryOf(['Vi arbetar med skog, trä och papper. '.repeat(20)]) ?? ''
  expect(summary.length).toBeLessThanOrEqual(201)
  expect(summary).toMatch(/(?:skog|trä|papper|och|Vi|arbetar|med)…$/)
})

test('an endless word is cut where it must be', () => {
  expect(summaryOf(['å'.repeat(300)])).toBe(`${'å'.repeat(200)}…`)
})

test('a title is shortened between words, and one that is short is left as it is', () => {
  expect(shortened('En lång rubrik om skogen', 16)).toBe('En lång rubrik…')
  expect(shortened('Kontakt', 16)).toBe('Kontakt')
})
