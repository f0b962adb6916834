import { APIError, type CollectionBeforeChangeHook, type CollectionConfig } from 'payload'
import { sayTo } from './refusals.ts'

/**
 * How content is kept: saved as a draft while it is typed, published in each language by itself, with the latest fifty
 * versions to go back to. What is unfinished in one language stays a draft when the other is published.
 */
export const draftsAndVersions: NonNullable<CollectionConfig['versions']> = {
  maxPerDoc: 50,
  drafts: { autosave: { interval: 800 }, localizeStatus: true },
}

/** What is published has been saved as a draft: a refusal loses nothing. */
export const publishWhenSaved = {
  edit: { PublishButton: '/admin/PublishWhenSaved.tsx#PublishWhenSaved' },
} satisfies NonNullable<CollectionConfig['admin']>['components']

/**
 * Hook: refuses to publish every language at once. Payload checks only the language that is being edited, so the other
 * one would go public unfinished, or empty.
 */
export const publishOneLanguage: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  // While all languages are published or unpublished, Payload hands over the status of each instead of one.
  const allLanguages = req.query?.['publishAllLocales'] === 'true' || typeof originalDoc?._status === 'object'
  if (allLanguages && data._status === 'published') {
    throw new APIError(sayTo(req, 'refusal.all-languages'), 400, null, true)
  }
  return data
}
