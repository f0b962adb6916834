import { HtmlValidate } from 'html-validate'

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

/** What is not sound in the HTML of a page, a line for each. */
export const problemsOfHtml = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html)
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ message }) => !message.startsWith('<style> element is not permitted')) // Astro puts an island's style beside it
    .map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)
}
