import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemsOfHtml } from '../support/html-rules.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

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
