import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { divisionsOf } from './split-compound.ts'
import { stemEnglish } from './stem-english.ts'
import { stemSwedish } from './stem-swedish.ts'
import { wordsOf } from './words.ts'

const swedish = [
  'skog skogen skogar skogarna skogs skogarnas',
  'kluster klustret klustren klustrets',
  'företag företaget företagen företagens',
  'medlem medlemmar medlemmarna medlemmens',
  'område områden områdena områdets',
  'industri industrin industrier industriernas industrins',
  'handel handeln handels',
  'partner partnern partners partnerns',
  'stad städer staden städernas',
  'digital digitalt digitala',
  'hållbar hållbart hållbara hållbarhet hållbarheten',
  'energi energin energins',
  'kvalitet kvaliteten kvalitets',
  'ansökan ansökningar ansökningen',
  'center centret centrets',
]
const english = [
  'company companies',
  'organisation organisations organization organizations',
  'innovate innovation innovations innovative innovating',
  'sustainable sustainability',
  'develop developing development developed',
  'industry industries industrial',
  'process processes processing',
  'hope hoping hoped',
]

test.each([
  ...swedish.map((words) => ({ words, stem: stemSwedish })),
  ...english.map((words) => ({ words, stem: stemEnglish })),
])('$words are one word', ({ words, stem }) => {
  expect(new Set(words.split(' ').map(stem)).size).toBe(1)
})

test('words that only look alike stay two', () => {
  expect(stemSwedish('paket')).toBe('paket')
  expect(stemEnglish('news')).not.toBe(stemEnglish('new'))
  expect(stemEnglish('hopping')).not.toBe(stemEnglish('hoping'))
})

test('a compound is divided where its sounds allow it', () => {
  const plainly = (word: string) => divisionsOf(word).flatMap(({ tail, isPlain }) => (isPlain ? [tail] : []))
  expect(plainly('skogsindustri')).toContain('industri')
  expect(plainly('testbädd')).toEqual(['bädd'])
  expect(plainly('klimatmål')).toEqual(['mål'])
  expect(plainly('medlemsföretag')).toContain('företag')
  expect(plainly('bransch')).toEqual([])
})

test('mistakes in writing are counted, dots and rings are not', () => {
  expect(editDistance('företag', 'foretag', 2)).toBe(0)
  expect(editDistance('kluster', 'klsuter', 2)).toBe(1)
  expect(editDistance('industri', 'indutri', 2)).toBe(1)
  expect(editDistance('skog', 'industri', 2)).toBe(3)
})

test('words are read out of text as it comes', () => {
  expect(wordsOf('IT-företag\u{ad}en i Umeå, à la 2024.')).toEqual(['it', 'företagen', 'umeå', 'la', '2024'])
  expect(wordsOf('Umea\u{30a} Östersund'.normalize('NFD'))).toEqual(['umeå', 'östersund'])
  expect(wordsOf('x'.repeat(100_000))[0]?.length).toBeLessThan(100)
})
