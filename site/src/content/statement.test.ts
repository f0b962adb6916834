import { siteSettingsSchema } from 'shared/content/site-settings'
import { expect, test } from 'vitest'
import { madeUpContent } from './made-up-content.ts'
import { createSite, noContent } from './site.ts'
import { showsStatement, statementOf } from './statement.ts'

const storeWith = (accessibility: object, language: 'sv' | 'en' = 'sv') => {
  const settings = siteSettingsSchema.parse({ name: 'Klustret', email: 'hej@example.org', accessibility })
  const content = madeUpContent({ settings })
  return createSite({ ...noContent(), sv: content, en: content }).storeFor(language)
}
const whole = {
  page: 9,
  regime: 'dos',
  compliance: 'partial',
  shortcomings: [
    { what: 'Länkar.', reason: 'outside' },
    { what: 'Filmer.', reason: 'burden', motivation: 'För dyrt.' },
    { what: 'Bilder.', reason: 'non-compliance' },
    { what: null, reason: 'non-compliance' },
  ],
  method: 'both',
  methodText: 'Med axe.\n\nMed tangentbord.',
  assessedOn: '2026-11-16T12:00:00Z',
  updatedOn: '2026-11-17T12:00:00Z',
  answerDays: 2,
}

test('it has every part that the law asks for', () => {
  const statement = statementOf(storeWith(whole), 'example.org')
  expect(statement.introduction.join(' ')).toContain('Klustret')
  expect(statement.introduction.join(' ')).toContain('example.org')
  expect(statement.compliance[0]).toContain('delvis förenlig')
  expect(statement.shortcomings.map(({ reason, items }) => [reason, items.map(({ what }) => what)])).toEqual([
    ['non-compliance', ['Bilder.']],
    ['burden', ['Filmer.']],
    ['outside', ['Länkar.']],
  ])
  expect(statement.method).toEqual([
    'Vi har bedömt webbplatsen själva och låtit en utomstående granska den.',
    'Med axe.',
    'Med tangentbord.',
    'Den senaste bedömningen gjordes den 16 november 2026.',
    'Redogörelsen uppdaterades senast den 17 november 2026.',
  ])
  expect(statement).toMatchObject({ email: 'hej@example.org', reportAddress: 'https://www.digg.se/tdosanmalan' })
  expect(statement.answer).toContain('2 arbetsdagar')
})

test('who follows the law by choice says so, in English too', () => {
  const statement = statementOf(storeWith({ ...whole, regime: 'voluntary', answerDays: 1 }, 'en'), 'example.org')
  expect(statement.introduction.join(' ')).toContain('not bound by the Act')
  expect(statement.supervision).toContain('by choice')
  expect(statement.answer).toBe('We answer within one working day.')
})

test('what is not filled in is not claimed', () => {
  const statement = statementOf(storeWith({ page: 9 }), 'example.org')
  expect(statement.compliance).toHaveLength(1) // the yardstick
  expect(statement).toMatchObject({ shortcomings: [], method: [], answer: null, phone: null })
})

test('it is shown on the page that the settings name, and on no other', () => {
  expect(showsStatement('9', storeWith(whole))).toBe(true)
  expect(showsStatement('8', storeWith(whole))).toBe(false)
})
