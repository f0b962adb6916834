import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { isLanguage } from 'shared/languages'
import { networkOf } from 'shared/network'
import { mediaPath } from 'shared/content/media'
import {
  isPreviewedCollection,
  type PreviewLink,
  type PreviewRefusal,
  readPreviewLink,
  signPreviewLink,
} from 'shared/publishing/preview-link'
import { z } from 'zod'
import type { Settings } from '../env.ts'
import type { Renderer } from '../publishing/renderer-process.ts'
import type { ReleaseServer } from '../publishing/serve-release.ts'
import { sendSparePage, type SpareSubject } from '../spare-page.ts'
import type { PreviewQuestion } from './preview-messages.ts'

const largestDraftBytes = 512 * 1024
const answersPerMinute = 900 // of one visitor's address; somebody who types without a pause asks for some 450
const picturesPerMinute = 1200
const retryAfterSeconds = 5
const pictureAnswerMilliseconds = 20_000

interface Parts {
  settings: Pick<Settings, 'cmsUrl' | 'siteKey'>
  renderer: Pick<Renderer, 'preview'>
  releases: Pick<ReleaseServer, 'fileAt'>
  now?: () => Date
}

type Trouble = PreviewRefusal | 'gone' | 'away'

const statuses: Record<Trouble, number> = { forged: 403, expired: 410, gone: 410, away: 503 }
const pages: Record<Trouble, SpareSubject> = {
  forged: 'preview-forged',
  expired: 'preview-expired',
  gone: 'preview-gone',
  away: 'preview-away',
}

/** Nobody else may keep a preview, find it, or learn its address. */
const keepToOneself: RequestHandler = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' })
  next()
}

/** Says what is wrong: a page in both languages to a reader, a sentence to the script in a page that is open. */
const tell = (req: Request, res: Response, trouble: Trouble): void => {
  res.status(statuses[trouble])
  if (trouble === 'away') res.set('Retry-After', String(retryAfterSeconds))
  if (req.method === 'POST') return void res.json({ trouble })
  sendSparePage(req, res, pages[trouble], {
    inFrame: true,
    ...(trouble === 'away' ? { refreshSeconds: retryAfterSeconds } : {}),
  })
}

/** Holds back whoever asks more than a person who types can. */
const limitTo = (points: number): RequestHandler => {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  return async (req, res, next) => {
    try {
      await limiter.consume(networkOf(req.ip ?? ''))
      next()
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.ceil(refusal.msBeforeNext / 1000)
      res.status(429).set('Retry-After', String(seconds))
      if (req.method === 'POST') return void res.json({ trouble: 'away' })
      sendSparePage(req, res, 'too-many', { minutes: 1, inFrame: true })
    }
  }
}

/** The policy of the site's pages, but the editor may show it in a frame, and no form can be sent. */
const previewPolicy = (policy: string): string =>
  policy.replace(/frame-ancestors [^;]*/, "frame-ancestors 'self'").replace(/form-action [^;]*/, "form-action 'none'")

const queryOf = (req: Request): URLSearchParams => new URLSearchParams(req.originalUrl.split('?')[1] ?? '')

/** One unsaved document, as the editor's form has it. */
const draftSchema = z.object({ data: z.record(z.string(), z.unknown()) })
const idSchema = z.object({ id: z.union([z.string(), z.number()]).transform(String).nullish() })

/**
 * `/preview/?token=…`: a draft in the site's own components, for whoever has a link that is signed and not over. GET shows
 * the latest draft that was saved, POST `{data}` the document as it stands in the editor.
 */
export const preview = ({ settings, renderer, releases, now = () => new Date() }: Parts): Router => {
  const { cmsUrl, siteKey } = settings

  /** Pictures that are not public yet get addresses that are as signed, and as short-lived, as the preview's own. */
  const signPictures = async (html: string, link: PreviewLink): Promise<string> => {
    const attribute = /\b(?:src|srcset|href)="[^"]*\/media\/[^"]*"/g
    const address = /\/media\/[^\s",]+/g
    const wanted = new Set([...html.matchAll(attribute)].flatMap(([whole]) => whole.match(address) ?? []))
    const signed = new Map<string, string>()
    for (const path of wanted) {
      if (releases.fileAt(path)) continue
      const id = decodeURIComponent(path.slice('/media/'.length))
      const token = await signPreviewLink({ ...link, collection: 'media', id, drafts: false }, siteKey)
      signed.set(path, `/preview/media/?token=${token}`)
    }
    if (signed.size === 0) return html
    return html.replace(attribute, (whole) => whole.replace(address, (path) => signed.get(path) ?? path))
  }

  const requireLink =
    (isRight: (link: PreviewLink) => boolean): RequestHandler =>
    async (req, res, next) => {
      const read = await readPreviewLink(queryOf(req).get('token') ?? '', siteKey, now())
      if ('refusal' in read) return tell(req, res, read.refusal)
      if (!isRight(read.link)) return tell(req, res, 'forged')
      res.locals['link'] = read.link
      next()
    }
  const linkOf = (res: Response): PreviewLink => res.locals['link'] as PreviewLink // `requireLink` has put it there

  const questionOf = (req: Request, link: PreviewLink): PreviewQuestion | null => {
    const query = queryOf(req)
    const asked = query.get('language')
    const { collection } = link
    if (!isPreviewedCollection(collection)) return null
    const language = isLanguage(asked) ? asked : link.language
    return { ...link, collection, language, token: query.get('token') ?? '' }
  }

  const show = async (req: Request, res: Response, question: PreviewQuestion): Promise<void> => {
    const result = await renderer.preview(question).catch((error: unknown) => {
      console.error('A preview could not be made.', error)
      return { outcome: 'away' as const }
    })
    if (result.outcome === 'unfinished') return void res.status(422).json({ trouble: 'unfinished', note: result.note })
    if (result.outcome !== 'shown') return tell(req, res, result.outcome)
    const { page } = result
    res.status(200)
    res.type('html').set('Content-Security-Policy', previewPolicy(page.headers['content-security-policy'] ?? ''))
    res.send(await signPictures(page.body, linkOf(res)))
  }

  const showSaved: RequestHandler = async (req, res) => {
    const question = questionOf(req, linkOf(res))
    await (question ? show(req, res, question) : tell(req, res, 'forged'))
  }

  const showUnsaved: RequestHandler = async (req, res) => {
    const question = questionOf(req, linkOf(res))
    const body = draftSchema.safeParse(req.body)
    if (!question || !body.success) return void res.status(400).json({ error: 'not-understood' })
    const { id } = idSchema.catch({ id: '' }).parse(body.data.data)
    if (id && id !== question.id) return tell(req, res, 'forged')
    await show(req, res, { ...question, data: body.data.data })
  }

  const showPicture: RequestHandler = async (req, res) => {
    const { id } = linkOf(res)
    const path = mediaPath(id).replace('/media/', '/api/media/file/')
    const answer = await fetch(`${cmsUrl}${path}`, {
      headers: { authorization: `Site-Key ${siteKey}` },
      signal: AbortSignal.timeout(pictureAnswerMilliseconds),
      redirect: 'error',
    }).catch(() => null)
    if (!answer) return tell(req, res, 'away')
    if (!answer.ok) return tell(req, res, 'gone')
    res.type(answer.headers.get('content-type') ?? 'application/octet-stream')
    res.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    res.end(Buffer.from(await answer.arrayBuffer()))
  }

  const isForDocument = ({ collection }: PreviewLink) => isPreviewedCollection(collection)
  const isForPicture = ({ collection }: PreviewLink) => collection === 'media'
  const isJson: RequestHandler = (req, res, next) =>
    req.is('application/json') ? next() : void res.status(415).json({ error: 'json-needed' })

  const router = Router()
  router.use(keepToOneself)
  router.get('/media', limitTo(picturesPerMinute), requireLink(isForPicture), showPicture)
  router
    .route('/')
    .all(limitTo(answersPerMinute))
    .get(requireLink(isForDocument), showSaved)
    .post(requireLink(isForDocument), isJson, express.json({ limit: largestDraftBytes }), tooLarge, showUnsaved)
    .all((_req, res) => void res.status(405).set('Allow', 'GET, HEAD, POST').type('text').send('Method Not Allowed'))
  return router
}

const bodyErrorSchema = z.object({ type: z.literal('entity.too.large') })

/** Says that a document is too large to be sent with every letter. */
const tooLarge: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (!bodyErrorSchema.safeParse(error).success) return next(error)
  res.status(413).json({ trouble: 'too-large' })
}
