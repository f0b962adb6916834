import type { ReleaseProblem } from 'shared/publishing/release-report'
import { z } from 'zod'

/** How the making of a release ended. A refused one left the live release as it was. */
export type PublishOutcome =
  | { outcome: 'live'; release: string; pages: number; milliseconds: number; problems: ReleaseProblem[] }
  | { outcome: 'refused'; milliseconds: number; problems: ReleaseProblem[] }

/** One page made on request. `body` is HTML. */
export interface RenderedPage {
  status: number
  headers: Record<string, string>
  body: string
}

/** What the front asks of the renderer. `job` comes back with the answer. */
export const questionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('publish'), job: z.number(), force: z.boolean() }),
  z.object({ type: z.literal('render'), job: z.number(), path: z.string(), locals: z.record(z.string(), z.unknown()) }),
])
export type Question = z.infer<typeof questionSchema>

/** What the renderer says: first that it is ready and with which compiled pages, then an answer a question. */
export type RendererMessage =
  | { type: 'ready'; bundle: string }
  | { type: 'published'; job: number; result: PublishOutcome }
  | { type: 'rendered'; job: number; page: RenderedPage }
  | { type: 'failed'; job: number; reason: string }
