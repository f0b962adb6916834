import { sentencesIn, tellLanguage } from 'shared/content/tell-language'
import { languages } from 'shared/languages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemsOfHtml } from '../support/html-rules.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'
import { wordsByLanguage } from '../support/words-by-language.ts'

let web: Web

beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web.end())

test('every page of the example is sound HTML', async () => {
  const visitor = createVisitor(web.url)
  const problems: string[] = []
  for (const path of [...(await visitor.sitemap()), '/sv/sok/', '/en/search/', '/sv/finns-inte/', '/en/not-there/']) {
    const { html } = await visitor.opens(path)
    problems.push(...(await problemsOfHtml(html)).map((problem) => `${path} ${problem}`))
  }
  expect(problems).toEqual([])
})

/** Names that are made of words of another language. */
const names = ['Isle of Man']

test('no sentence on an English page of the example is Swedish, nor the reverse, unless it is marked as such', async () => {
  const visitor = createVisitor(web.url)
  const besides = {
    sv: ['sok', 'finns-inte', 'bli-medlem/tack', 'bekrafta', 'min-ansokan'],
    en: ['search', 'not-there', 'become-a-member/thanks', 'confirm', 'my-application'],
  }
  const paths = languages.flatMap((language) => [
    ...besides[language].map((path) => `/${language}/${path}/`),
    `/${language}/feed.xml`,
  ])
  const foreign: string[] = []
  const told = { sv: 0, en: 0 }
  for (const path of [...(await visitor.sitemap()), ...paths]) {
    const { html } = await visitor.opens(path)
    for (const { words, language } of wordsByLanguage(html)) {
      for (const sentence of sentencesIn(words)) {
        const tells = tellLanguage(sentence)
        if (tells !== null && tells === language) told[tells] += 1
        if (tells !== null && tells !== language && !names.includes(sentence))
          foreign.push(`${path} (${language}): ${sentence}`)
      }
    }
  }
  expect(foreign).toEqual([])
  expect(told.sv).toBeGreaterThan(500)
  expect(told.en).toBeGreaterThan(500)
})
