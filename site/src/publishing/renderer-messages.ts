import type { ReleaseProblem } from 'shared/publishing/release-report'
import { z } from 'zod'
import { previewQuestionSchema, type PreviewResult } from '../preview/preview-messages.ts'
import type { ReleaseChange } from './release.ts'

/** A document that visitors see as it was before, or not at all, and why. */
export interface HeldDocument {
  collection: string
  id: string
  problems: ReleaseProblem[]
}

/** How the making of a release ended. A refused one left the live release as it was. */
export type PublishOutcome =
  | {
      outcome: 'live'
      release: string
      pages: number // in all
      changed: number // rendered anew
      milliseconds: number
      problems: ReleaseProblem[] // what an editor should know although the release is live
      held: HeldDocument[]
      languages: { problems: ReleaseProblem[]; total: number } // what one language lacks and the other has
      kept: string[] // the releases that can be made live again, the newest first
    }
  | { outcome: 'refused'; milliseconds: number; problems: ReleaseProblem[] }

/** The same with what the front needs to serve the release at once; null: that is too much to be told, and lies on the disk. */
export interface Published {
  outcome: PublishOutcome
  change: ReleaseChange | null
}

/** What became of the earlier releases when a person was erased. */
export interface Forgotten {
  dropped: number // releases
  isShown: boolean // what is live still has the person in it
  kept: string[] // the releases that can be made live again, the newest first
}

/** How far a long work has come, in pages. */
export interface Progress {
  done: number
  total: number
}

/** One page made on request. `body` is HTML. */
export interface RenderedPage {
  status: number
  headers: Record<string, string>
  body: string
}

/** What a release is to be made of; see `Order` in `release-maker.ts`. */
export const orderSchema = z.object({
  changes: z.union([z.literal('everything'), z.array(z.object({ collection: z.string(), id: z.string() }))]),
  anew: z.boolean(),
  force: z.boolean(),
  onlyPrepare: z.boolean().optional(),
})

/** What the front asks of the renderer. `job` comes back with the answer. */
export const questionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('publish'), job: z.number(), order: orderSchema }),
  z.object({ type: z.literal('render'), job: z.number(), path: z.string(), locals: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal('forget'), job: z.number(), words: z.array(z.string()).nullable() }),
  z.object({ type: z.literal('preview'), job: z.number(), question: previewQuestionSchema }),
])
export type Question = z.infer<typeof questionSchema>

/** What the renderer says: first that it is ready and with which compiled pages, then an answer a question. */
export type RendererMessage =
  | { type: 'ready'; bundle: string }
  | { type: 'progress'; job: number; progress: Progress }
  | { type: 'published'; job: number; result: Published }
  | { type: 'caught-up'; result: Published } // a release that nobody had to ask for
  | { type: 'forgotten'; job: number; forgotten: Forgotten }
  | { type: 'rendered'; job: number; page: RenderedPage }
  | { type: 'previewed'; job: number; result: PreviewResult }
  | { type: 'failed'; job: number; reason: string }
