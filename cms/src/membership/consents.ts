import type { CollectionConfig, Payload } from 'payload'
import { idSchema } from 'shared/content/id'
import { type Language, languages } from 'shared/languages'
import { type Asked, askedSchema } from 'shared/membership/asked'
import { adminText } from 'shared/translations/admin'
import { z } from 'zod'
import { hasRole, hiddenFromOthers, membershipOfficers, nobody } from '../access.ts'

/** By which way a consent was given or taken back. */
export const consentChannels = ['form', 'personal-page', 'staff'] as const

/**
 * Who agreed to what, when, and in which words. Rows are only added: who takes a consent back gets another row. Whether one
 * holds is what the latest row says.
 */
export const Consents: CollectionConfig = {
  slug: 'consents',
  labels: { singular: adminText('consents.singular'), plural: adminText('consents.plural') },
  admin: {
    group: adminText('group.membership'),
    hideAPIURL: true,
    description: adminText('consents.description'),
    useAsTitle: 'subject',
    defaultColumns: ['at', 'subject', 'given', 'text', 'channel', 'reference'],
    listSearchableFields: ['subject', 'reference'],
    hidden: hiddenFromOthers,
  },
  access: {
    create: nobody,
    read: membershipOfficers,
    update: nobody,
    delete: nobody,
    unlock: nobody,
    readVersions: nobody,
    admin: ({ req }) => hasRole(req, 'administrator', 'membershipOfficer'),
  },
  defaultSort: '-at',
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  versions: false,
  fields: [
    { name: 'at', type: 'date', index: true, label: adminText('consents.at') },
    { name: 'subject', type: 'text', index: true, label: adminText('consents.subject') }, // the address of who agreed
    { name: 'name', type: 'text', label: adminText('consents.name') },
    { name: 'given', type: 'checkbox', label: adminText('consents.given') },
    {
      name: 'channel',
      type: 'select',
      label: adminText('consents.channel'),
      options: consentChannels.map((channel) => ({ value: channel, label: adminText(`consents.channel.${channel}`) })),
    },
    { name: 'text', type: 'textarea', label: adminText('consents.text') },
    { name: 'textHash', type: 'text', label: adminText('consents.textHash') },
    {
      name: 'language',
      type: 'select',
      label: adminText('signups.language'),
      options: languages.map((language) => ({ value: language, label: adminText(`signups.language.${language}`) })),
    },
    { name: 'form', type: 'text', label: adminText('signups.form') },
    { name: 'formVersion', type: 'number', label: adminText('signups.formVersion') },
    { name: 'reference', type: 'text', index: true, label: adminText('signups.reference') },
    { name: 'signup', type: 'text', index: true, admin: { hidden: true } },
    { name: 'member', type: 'text', index: true, admin: { hidden: true } },
    { name: 'key', type: 'text', unique: true, index: true, admin: { hidden: true } }, // one row an event, however often it is noted
  ],
}

export const storedConsentSchema = z.object({
  id: idSchema,
  at: z.coerce.date(),
  subject: z.string(),
  name: z.string(),
  given: z.boolean(),
  channel: z.enum(consentChannels),
  text: z.string().nullish(),
  language: z.enum(languages).nullish(),
  reference: z.string().nullish(),
})
export type StoredConsent = z.infer<typeof storedConsentSchema>

interface NotedConsent {
  at: Date
  subject: string
  name: string
  given: boolean
  channel: (typeof consentChannels)[number]
  text: string
  textHash: string
  language: Language
  form: string
  formVersion: number
  reference: string
  signup: string
  member?: string
  key: string
}

/** Adds a row; one that was added before, told by its key, is not added again. */
const note = async (payload: Payload, { at, ...consent }: NotedConsent): Promise<void> => {
  try {
    const data = { ...consent, subject: consent.subject.toLowerCase(), at: at.toISOString() }
    await payload.db.create({ collection: 'consents', data, returning: false })
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ValidationError')) throw error
  }
}

/** What of a signup its consents are noted from. */
export const consentingSignupSchema = z.object({
  id: idSchema,
  reference: z.string(),
  form: z.string(),
  formVersion: z.number(),
  contactEmail: z.string(),
  createdAt: z.coerce.date(),
  answers: z.object({ consents: z.record(z.string(), z.boolean()).default({}) }),
  asked: askedSchema.nullish().catch(null),
})
type ConsentingSignup = z.infer<typeof consentingSignupSchema>

/**
 * Notes what a company agreed to, and what it did not, when it signed up. The signup itself is one INSERT, so this comes
 * after it, may be repeated, and is looked after by the nightly work.
 */
export const noteConsentsOf = async (payload: Payload, row: unknown): Promise<void> => {
  const parsed = consentingSignupSchema.safeParse(row)
  if (!parsed.success || !parsed.data.asked || parsed.data.contactEmail === '') return
  const { data: signup } = parsed
  for (const consent of parsed.data.asked.consents) {
    await note(payload, {
      ...noted(signup, consent, parsed.data.asked.language),
      at: signup.createdAt,
      given: signup.answers.consents[consent.name] === true,
      channel: 'form',
      key: `${signup.reference}/${consent.name}/form`,
    })
  }
}

const noted = (signup: ConsentingSignup, { name, text, hash }: Asked['consents'][number], language: Language) => ({
  subject: signup.contactEmail,
  name,
  text,
  textHash: hash,
  language,
  form: signup.form,
  formVersion: signup.formVersion,
  reference: signup.reference,
  signup: signup.id,
})

/** Notes that somebody gave a consent or took it back, in the words in which it was first asked for. */
export const noteConsentChange = async (
  payload: Payload,
  row: unknown,
  change: { name: string; given: boolean; channel: 'personal-page' | 'staff'; member?: string; now?: Date },
): Promise<boolean> => {
  const signup = consentingSignupSchema.parse(row)
  const consent = signup.asked?.consents.find(({ name }) => name === change.name)
  if (!consent || !signup.asked) return false
  const at = change.now ?? new Date()
  await note(payload, {
    ...noted(signup, consent, signup.asked.language),
    at,
    given: change.given,
    channel: change.channel,
    ...(change.member ? { member: change.member } : {}),
    key: `${signup.reference}/${change.name}/${at.toISOString()}`,
  })
  return true
}

/** What holds now, by the name of the consent: the latest row of each. */
export const consentsOf = async (payload: Payload, signup: string): Promise<Map<string, StoredConsent>> => {
  const { docs } = await payload.db.find({
    collection: 'consents',
    where: { signup: { equals: signup } },
    sort: 'at',
    limit: 0,
    pagination: false,
  })
  return new Map(
    z
      .array(storedConsentSchema)
      .parse(docs)
      .map((consent) => [consent.name, consent]),
  )
}
