import { expect, test } from 'vitest'
import { excerptOf, type FoundWords, markWords } from './mark-words.ts'

const found = (...words: string[]): FoundWords => ({ words: new Set(words), language: 'sv' })

test('the words that were found are marked, with their own capitals, accents and endings', () => {
  expect(markWords('Idéer blir kluster, Klustret blir idéer.', found('klust', 'ide'))).toEqual([
    { text: 'Idéer', isMarked: true },
    { text: ' blir ', isMarked: false },
    { text: 'kluster', isMarked: true },
    { text: ', ', isMarked: false },
    { text: 'Klustret', isMarked: true },
    { text: ' blir ', isMarked: false },
    { text: 'idéer', isMarked: true },
    { text: '.', isMarked: false },
  ])
})

test('a compound is marked by the word inside it', () => {
  expect(markWords('skogsindustrin', found('industri'))).toEqual([{ text: 'skogsindustrin', isMarked: true }])
})

test('å, ä and ö are letters of their own, so "skal" does not mark "skäl"', () => {
  expect(markWords('skäl', found('skal'))).toEqual([{ text: 'skäl', isMarked: false }])
})

test('a long text is shown around the first word that was found', () => {
  const text = `${'inledande ord '.repeat(20)}klustret mitt i texten ${'avslutande ord '.repeat(30)}`
  const excerpt = excerptOf(text, found('klust'))
  expect(excerpt).toMatch(/^… (inledande|ord) .*klustret mitt i texten.* …$/)
  expect(excerpt.length).toBeLessThan(240)
})

test('a text without the word, as when only the title has it, is shown from its beginning', () => {
  expect(excerptOf('ord '.repeat(200), found('klust'))).toMatch(/^ord ord/)
})
