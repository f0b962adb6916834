import { languages } from 'shared/languages'
import { previewedCollections } from 'shared/publishing/preview-link'
import { z } from 'zod'
import type { RenderedPage } from '../publishing/renderer-messages.ts'

/** What the front asks the renderer to show: a document in its latest draft or, with `data`, as it stands in the editor. */
export const previewQuestionSchema = z.object({
  token: z.string(), // already found to be ours
  collection: z.enum(previewedCollections),
  id: z.string(),
  language: z.enum(languages),
  drafts: z.boolean(), // of other documents, too
  expiresAt: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
})
export type PreviewQuestion = z.infer<typeof previewQuestionSchema>

/** How it went. `unfinished`: a field without which there is nothing to show is empty or wrong; `note` says which. */
export type PreviewResult =
  | { outcome: 'shown'; page: RenderedPage }
  | { outcome: 'unfinished'; note: string }
  | { outcome: 'gone' }
  | { outcome: 'away' } // the CMS, which knows the draft
