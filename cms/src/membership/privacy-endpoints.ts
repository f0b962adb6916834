import { APIError, type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { personalRequestSchema } from 'shared/membership/personal-page'
import { languages } from 'shared/languages'
import { adminLanguage } from 'shared/translations/admin'
import { z } from 'zod'
import { hasRole, membershipOfficers } from '../access.ts'
import { sayTo } from '../content/refusals.ts'
import { auditedName, writeAudit } from './audit-log.ts'
import { askForPersonalLink } from './ask-for-link.ts'
import { erasePerson } from './erase-person.ts'
import { exportOf } from './export-person.ts'
import { findPerson, personQuerySchema } from './find-person.ts'
import { answerPersonalPage } from './personal-acts.ts'
import { tagOfAddress } from './personal-link.ts'
import { retentionOf } from './privacy-settings.ts'
import { areAll, planRetention, runRetention, withinRequest } from './retention.ts'

const mostListed = 200

const requireOfficer = async (req: PayloadRequest): Promise<void> => {
  if (!(await membershipOfficers({ req }))) throw new Forbidden(req.t)
}
const requireSite = (req: PayloadRequest): void => {
  if (!hasRole(req, 'site')) throw new Forbidden(req.t)
}

/** Reads a body, or refuses it in words. Addresses of people come in bodies, as those of pages are logged. */
const readBody = async <Body>(req: PayloadRequest, schema: z.ZodType<Body>): Promise<Body> => {
  const body: unknown = await req.json?.().catch(() => null)
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new APIError(sayTo(req, 'privacy.person.not-understood'), 400, null, true)
  return parsed.data
}

const about = (req: PayloadRequest, email: string) => ({
  by: auditedName(req),
  about: tagOfAddress(req.payload, email),
})

/** `POST /api/privacy/find {email, words}`: where a person stands, everywhere. */
const find: Endpoint = {
  path: '/privacy/find',
  method: 'post',
  handler: async (req) => {
    await requireOfficer(req)
    const { email, words } = await readBody(req, personQuerySchema)
    const found = await findPerson(req.payload, [email, ...words])
    await writeAudit(req.payload, { act: 'person-found', ...about(req, email) })
    return Response.json({ places: withLabels(req, found.places), mailFiles: found.mailFiles })
  },
}

/** The same with what the admin calls each place in the language of whoever asks. */
const withLabels = <Place extends { collection: string }>(req: PayloadRequest, places: Place[]) => {
  const labels = new Map<string, unknown>(
    [...req.payload.config.collections, ...req.payload.config.globals].map((config) => [
      config.slug,
      'labels' in config ? config.labels.plural : config.label,
    ]),
  )
  const language = adminLanguage(req)
  return places.map((place) => ({ ...place, label: labelIn(labels.get(place.collection), language) }))
}

const labelIn = (label: unknown, language: string): string => {
  const labels = z.record(z.string(), z.string()).safeParse(label)
  return (labels.success ? labels.data[language] : undefined) ?? ''
}

/** `POST /api/privacy/export {email}`: everything that is kept under an address, as JSON and as a page. */
const exportPerson: Endpoint = {
  path: '/privacy/export',
  method: 'post',
  handler: async (req) => {
    await requireOfficer(req)
    const { email } = await readBody(req, personQuerySchema)
    const file = await exportOf(req.payload, email, adminLanguage(req), { withNotes: true })
    await writeAudit(req.payload, { act: 'person-exported', ...about(req, email) })
    return Response.json(file)
  },
}

/** `POST /api/privacy/erase {email, words}`: erases a person everywhere, and tells what is left for a person to do. */
const erase: Endpoint = {
  path: '/privacy/erase',
  method: 'post',
  handler: async (req) => {
    await requireOfficer(req)
    const { email, words } = await readBody(req, personQuerySchema)
    const erasure = await erasePerson(req.payload, email, { words, by: auditedName(req) })
    const { left, ...counts } = erasure
    const details = Object.entries(counts).map(([what, count]) => `${what} ${count}`)
    await writeAudit(req.payload, { act: 'person-erased', ...about(req, email), details: details.join(', ') })
    return Response.json({ ...counts, left: withLabels(req, left.slice(0, mostListed)) })
  },
}

/** `GET /api/privacy/retention`: what would be forgotten tonight. */
const retention: Endpoint = {
  path: '/privacy/retention',
  method: 'get',
  handler: async (req) => {
    await requireOfficer(req)
    const due = await planRetention(req.payload)
    const settings = await retentionOf(req.payload)
    const listed = due.slice(0, mostListed).map((one) => ({ ...one, limit: settings[one.rule] }))
    return Response.json({ total: due.length, areAll: areAll(due), due: listed })
  },
}

/** `POST /api/privacy/retention`: forgets it now. */
const forgetNow: Endpoint = {
  path: '/privacy/retention',
  method: 'post',
  handler: async (req) => {
    await requireOfficer(req)
    return Response.json({ total: (await runRetention(req.payload, new Date(), withinRequest)).length })
  },
}

/** `POST /api/personal`: what a personal page asks for. For the site's front only, which makes the page. */
const personal: Endpoint = {
  path: '/personal',
  method: 'post',
  handler: async (req) => {
    requireSite(req)
    const parsed = personalRequestSchema.safeParse(await req.json?.().catch(() => null))
    if (!parsed.success) throw new APIError('Name a link, a language and what to do.', 400, null, true)
    return Response.json(await answerPersonalPage(req.payload, parsed.data))
  },
}

const linkRequestSchema = z.object({ email: z.string().max(254), language: z.enum(languages) })

/** `POST /api/personal/link {email, language}`: sends whoever has the address a link, and never tells whether anybody has. */
const personalLink: Endpoint = {
  path: '/personal/link',
  method: 'post',
  handler: async (req) => {
    requireSite(req)
    const { email, language } = linkRequestSchema.parse(await req.json?.())
    void askForPersonalLink(req.payload, email, language) // the answer takes as long whoever asks
    return Response.json({}, { status: 202 })
  },
}

export const privacyEndpoints: Endpoint[] = [find, exportPerson, erase, retention, forgetNow, personal, personalLink]
