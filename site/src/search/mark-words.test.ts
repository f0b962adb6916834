import { expect, test } from 'vitest'
import { excerptOf, markWords } from './mark-words.ts'

test('the words that were found are marked, with their own capitals and accents', () => {
  expect(markWords('Idéer blir kluster, Kluster blir idéer.', ['kluster', 'ideer'])).toEqual([
    { text: 'Idéer', isMarked: true },
    { text: ' blir ', isMarked: false },
    { text: 'kluster', isMarked: true },
    { text: ', ', isMarked: false },
    { text: 'Kluster', isMarked: true },
    { text: ' blir ', isMarked: false },
    { text: 'idéer', isMarked: true },
    { text: '.', isMarked: false },
  ])
})

test('å, ä and ö are letters of their own, so "skal" does not mark "skäl"', () => {
  expect(markWords('skäl', ['skal'])).toEqual([{ text: 'skäl', isMarked: false }])
})

test('a long text is shown around the first word that was found', () => {
  const text = `${'inledande ord '.repeat(20)}klustret mitt i texten ${'avslutande ord '.repeat(30)}`
  const excerpt = excerptOf(text, ['klustret'])
  expect(excerpt).toMatch(/^… (inledande|ord) .*klustret mitt i texten.* …$/)
  expect(excerpt.length).toBeLessThan(240)
})

test('a text without the word, as when only the title has it, is shown from its beginning', () => {
  expect(excerptOf('ord '.repeat(200), ['kluster'])).toMatch(/^ord ord/)
})
