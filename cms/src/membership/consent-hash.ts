import { createHash } from 'node:crypto'
import { richTextToPlainText } from 'shared/content/rich-text'
import type { Asked } from 'shared/membership/asked'
import type { FormConsent } from 'shared/membership/signup-form'

/** A consent with the words that are agreed to, and what tells them from any other wording. */
export type HashedConsent = Asked['consents'][number]

/**
 * The hash of a text that somebody agrees to: SHA-256 of its words in UTF-8, white space made one, in hexadecimal.
 * @example hashOfText('Vi har läst stadgarna.') // 'ae1d…'
 */
export const hashOfText = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex')

export const hashConsents = (consents: readonly FormConsent[]): HashedConsent[] =>
  consents.map(({ name, text: richText, required }) => {
    const text = richTextToPlainText(richText)
    return { name, text, hash: hashOfText(text), required }
  })
