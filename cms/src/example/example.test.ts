import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { languages } from 'shared/languages'
import { planSchema } from 'shared/membership/plan'
import { expect, test } from 'vitest'
import { factBoxes } from './fact-boxes.ts'
import { glossary } from './glossary.ts'
import { media } from './media.ts'
import { members } from './members.ts'
import { news } from './news.ts'
import { menus, organisation } from './organisation.ts'
import { membership } from './pages/membership.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'
import { quotes } from './quotes.ts'
import { signupForms } from './signup-form.ts'
import { inLanguage } from './texts.ts'

const everything = {
  pages,
  'glossary-terms': glossary,
  media,
  contacts: people,
  quotes,
  'fact-boxes': factBoxes,
  'signup-forms': signupForms,
  plans,
}
const known = new Set(
  Object.entries(everything).flatMap(([collection, documents]) => documents.map(({ key }) => `${collection}/${key}`)),
)

test('whatever a document mentions exists, and everything is said in each language it claims', () => {
  for (const language of languages) {
    const documents = [...Object.values(everything).flat(), ...news, ...members].filter(
      ({ onlyInSwedish }) => language === 'sv' || !onlyInSwedish,
    )
    for (const content of [...documents, organisation, menus]) {
      inLanguage(content, language, ({ mention }) => {
        expect(known, `in ${language}`).toContain(mention)
        return 1
      })
    }
  }
})

test('every term is explained on a page, so that links to it lead somewhere', () => {
  const shown = JSON.stringify(pages)
  for (const { key } of glossary)
    expect(shown).toContain(`"blockType":"term","term":{"mention":"glossary-terms/${key}"}`)
})

test('the figures about the organisation are those of its register', () => {
  const box = factBoxes.find(({ key }) => key === 'vidjeverk-facts')
  const towns = new Set(members.map(({ city }) => city))
  expect(box).toMatchObject({
    facts: { en: [{ figure: '2019' }, { figure: `${members.length}` }, { figure: `${towns.size}` }] },
  })
})

test('the page about membership names the fees of the plans', () => {
  const text = JSON.stringify(membership.blocks)
  for (const { key, ...plan } of plans) {
    const table = planSchema.shape.feeTables.parse(plan['feeTables']).at(-1)
    const amounts = [table?.amount, table?.perUnit, table?.minimum, table?.maximum].filter((amount) => amount != null)
    expect(amounts, key).not.toEqual([])
    for (const amount of amounts) expect(text).toContain(`SEK ${(amount / 100).toLocaleString('en')}`)
  }
})

test('pictures are there and light enough to be committed', async () => {
  for (const { file } of media) {
    const { size } = await stat(join(import.meta.dirname, 'pictures', String(file)))
    expect(size, String(file)).toBeLessThan(150_000)
  }
})

test('telephone numbers are from the series kept for fiction', () => {
  const numbers = [organisation.phone, ...people.map(({ phone }) => String(phone))]
  for (const number of numbers) expect(number).toMatch(/^\+46 (70 174 06 (0[5-9]|[1-9]\d)|980 31 92 \d\d)$/)
})
