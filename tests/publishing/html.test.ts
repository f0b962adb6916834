import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web

beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web.end())

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-trailing-whitespace': 'off', // how the source looks is for the formatter, not for what comes over the wire
    'void-style': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attr-quotes': 'off',
    'no-implicit-button-type': 'error',
    'no-inline-style': 'error',
  },
})

test('every page of the example is sound HTML', async () => {
  const visitor = createVisitor(web.url)
  const problems: string[] = []
  for (const path of [...(await visitor.sitemap()), '/sv/sok/', '/en/search/', '/sv/finns-inte/', '/en/not-there/']) {
    const { html } = await visitor.opens(path)
    const { results } = await validator.validateString(html)
    for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages)) {
      if (message.startsWith('<style> element is not permitted')) continue // Astro puts an island's style beside it
      problems.push(`${path} ${line}:${column} ${ruleId}: ${message}`)
    }
  }
  expect(problems).toEqual([])
})
