/** Sentences that rightly are the same in Swedish and in English: words that the languages share. */
export const sameInBothLanguages: readonly string[] = [
  'blocks.singular',
  'blocks.text.singular',
  'blocks.callToAction.text',
  'facts.period',
  'emails.messageId',
  'signups.status',
  'signupForms.version',
  'signupForms.question.options.label',
  'signupForms.consents.text',
  'signupForms.receiptText',
  'signup.contact.problem',
]
