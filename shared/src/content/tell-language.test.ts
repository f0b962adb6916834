import { expect, test } from 'vitest'
import { adminTexts } from '../translations/admin.ts'
import { en } from '../translations/en.ts'
import { emailsEn } from '../translations/en/emails.ts'
import { sv } from '../translations/sv.ts'
import { emailsSv } from '../translations/sv/emails.ts'
import { sentencesIn, tellLanguage } from './tell-language.ts'

const written = {
  sv: Object.values({ ...sv, ...emailsSv, ...adminTexts.sv }).flatMap(sentencesIn),
  en: Object.values({ ...en, ...emailsEn, ...adminTexts.en }).flatMap(sentencesIn),
}

test.each([
  ['Ett kluster är ett nätverk av företag.', 'sv'],
  ['A cluster is a network of companies that work together.', 'en'],
  ['Läs mer', 'sv'],
  ['Read more', 'en'],
  ['Vi är 42 företag i Rönndalen, and counting, som delar på testbädden.', 'sv'],
  ['The members meet at Träakademien in Rönnfors, and the board of Växjö och Kronobergs Skogsråd joins them.', 'en'],
] as const)('“%s” is told to be %s', (sentence, language) => {
  expect(tellLanguage(sentence)).toBe(language)
})

test.each([
  'Rönndalens Träkluster',
  'Anna Åkesson',
  '42 %',
  '2026',
  'för.',
  'AB Volvo',
  'info@exempel.se',
  'https://exempel.se/om-oss-och-vara-medlemmar',
])('“%s” may stand in any language', (text) => {
  expect(tellLanguage(text)).toBeNull()
})

test('no sentence that the site, the letters or the admin say is taken for one of the other language', () => {
  expect(written.sv.filter((sentence) => tellLanguage(sentence) === 'en')).toEqual([])
  expect(written.en.filter((sentence) => tellLanguage(sentence) === 'sv')).toEqual([])
})

test('nearly every sentence of eight words or more is told', () => {
  for (const language of ['sv', 'en'] as const) {
    const long = written[language].filter((sentence) => sentence.split(/\s+/).length >= 8)
    const told = long.filter((sentence) => tellLanguage(sentence) === language)
    expect(long.length).toBeGreaterThan(300)
    expect(told.length / long.length).toBeGreaterThan(0.97)
  }
})
