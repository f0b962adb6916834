import { z } from 'zod'
import { languages } from '../languages.ts'
import type { ReleaseProblem } from './release-report.ts'

/** A document whose text was changed in the other language, and not in this one since. */
export const behindTextSchema = z.object({
  collection: z.string(),
  id: z.string(),
  title: z.string(),
  language: z.enum(languages),
  since: z.string(), // ISO 8601
})
export type BehindText = z.infer<typeof behindTextSchema>

/** The same as an editor is told it. */
export const problemOfBehind = ({ since, ...document }: BehindText): ReleaseProblem => ({
  ...document,
  code: 'publishing.problem.language-behind',
  values: { since },
})
