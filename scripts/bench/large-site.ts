/**
 * A site of any size to measure on: `node scripts/bench/large-site.ts DIRECTORY PAGES [SEED]` makes a DATA_DIR with an
 * SQLite database of so many HTML pages, everything published in both languages.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import { languages } from 'shared/languages'
import { indispensableFields } from 'shared/membership/signup-form'
import sharp from 'sharp'
import { z } from 'zod'
import {
  counts,
  describeSite,
  fixedPages,
  type LargeSite,
  plainRichText,
  type Row,
  sectionIds,
} from './large-site-documents.ts'
import { adminEmail, adminPassword, repository } from './web.ts'

const defaultSeed = 1
const rowsPerTransaction = 200

/** What a generated site has: page and news ids run from 1 to these numbers. */
const madeSchema = z.object({
  pages: z.number(), // HTML pages, both languages counted
  pageCount: z.number(), // documents
  newsCount: z.number(),
  seconds: z.number(),
})
export type MadeSite = z.infer<typeof madeSchema>

/** Makes a generated site in an empty directory, in a process of its own, so that this one stays as small as it was. */
export const makeLargeSite = async (
  dataDirectory: string,
  { pages, seed = defaultSeed }: { pages: number; seed?: number },
): Promise<MadeSite> => {
  const child = spawn(process.execPath, [import.meta.filename, resolve(dataDirectory), String(pages), String(seed)], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (data) => (said += String(data)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The site of ${pages} pages could not be made; the reason stands above.`)
  return madeSchema.parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''))
}

/** Starts Payload on an empty database, as the CMS does, but for its first start. */
const openPayload = async (dataDirectory: string): Promise<Payload> => {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DATA_DIR: dataDirectory,
    DATABASE_URL: '',
    SEED: 'none',
    PAYLOAD_SECRET: 'only-for-measuring-never-for-running',
    SITE_KEY: 'only-for-measuring-never-for-running',
  })
  await import('../../cms/src/faster-imports.ts')
  const { migrateDatabase, prepareDatabase } = await import('../../cms/src/database.ts')
  await prepareDatabase()
  const { default: config } = await import('../../cms/src/payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config, cron: false })
  await migrateDatabase(payload)
  const { totalDocs } = await payload.count({ collection: 'pages' })
  if (totalDocs > 0) throw new Error(`There is content in ${dataDirectory} already. Name an empty directory.`)
  return payload
}

/**
 * Writes rows in large transactions that wait for no disk: a database that is half made is thrown away. Documents mention
 * one another, so whether all that they mention is there is checked at the end.
 */
const inBulk = async (payload: Payload, write: (each: () => Promise<void>) => Promise<void>): Promise<void> => {
  const database = payload.db.drizzle.$client
  await database.executeMultiple(
    'PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -256000',
  )
  await database.execute('BEGIN')
  let written = 0
  await write(async () => {
    written += 1
    if (written % rowsPerTransaction > 0) return
    await database.execute('COMMIT')
    await database.execute('BEGIN')
  })
  await database.execute('COMMIT')
  const { rows } = await database.execute('PRAGMA foreign_key_check')
  if (rows.length > 0) throw new Error(`${rows.length} relations lead nowhere, the first in ${String(rows[0]?.[0])}.`)
  await database.executeMultiple('PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE;')
}

/** What of a row is Swedish: how the document was before its English was published. */
const onlySwedish = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) =>
      typeof value === 'object' && value !== null && 'sv' in value && 'en' in value
        ? [name, { sv: value.sv }]
        : [name, value],
    ),
  )

/** Payload keeps milliseconds between the versions of a document, and finds the latest one by them. */
const later = (time: unknown, milliseconds: number): string =>
  new Date(Date.parse(String(time)) + milliseconds).toISOString()

/**
 * Stores a document as Payload leaves it when it is published in Swedish and then in English: a version for each, and
 * with languages that have a status of their own a snapshot of both, which is the latest.
 */
const storePublished = async (payload: Payload, collection: CollectionSlug, id: number, row: Row): Promise<void> => {
  const { createdAt, updatedAt } = row
  await payload.db.create({ collection, customID: id, data: structuredClone(row), returning: false })
  const versions = [
    { data: { ...onlySwedish(row), updatedAt: later(updatedAt, -120) }, at: -100 },
    { data: row, at: 20 },
    { data: { ...row, updatedAt: later(updatedAt, -120) }, at: 50, snapshot: true as const },
  ]
  for (const { data, at, snapshot } of versions) {
    await payload.db.createVersion({
      collectionSlug: collection,
      parent: id,
      autosave: false,
      versionData: { ...structuredClone(data), createdAt: String(createdAt) },
      createdAt: later(updatedAt, at),
      updatedAt: later(updatedAt, at),
      ...(snapshot ? { snapshot } : {}),
      returning: false,
    })
  }
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

const storeDocuments = (payload: Payload, site: LargeSite): Promise<void> => {
  const published: [CollectionSlug, number, (id: number) => Row][] = [
    ['quotes', counts.quotes, site.quote],
    ['fact-boxes', counts.factBoxes, site.factBox],
    ['contacts', counts.contacts, site.contact],
    ['glossary-terms', counts.glossaryTerms, site.glossaryTerm],
    ['pages', site.pageCount, site.page],
    ['news', site.newsCount, site.newsItem],
  ]
  return inBulk(payload, async (each) => {
    for (const id of numbersTo(counts.members)) {
      await payload.db.create({ collection: 'members', customID: id, data: site.member(id), returning: false })
    }
    for (const [collection, count, make] of published) {
      for (const id of numbersTo(count)) {
        await storePublished(payload, collection, id, make(id))
        await each()
      }
    }
  })
}

const quietly = { context: { withoutRelease: true }, depth: 0 } as const

/** Small pictures cut out of the example's, through Payload's own upload. */
const uploadPictures = async (payload: Payload): Promise<void> => {
  const directory = join(repository, 'cms/src/example/pictures')
  const files = (await readdir(directory)).filter((name) => name.endsWith('.webp')).toSorted()
  for (const number of numbersTo(counts.pictures)) {
    const file = join(directory, files[number % files.length] ?? '')
    const format = number % 3 === 0 ? 'png' : 'webp'
    const data = await sharp(file)
      .extract({ left: (number % 4) * 120, top: 40, width: 800, height: 450 })
      .toFormat(format)
      .toBuffer()
    const name = `bild-${number}.${format}`
    const { id } = await payload.create({
      collection: 'media',
      locale: 'sv',
      data: { alt: `Bild nummer ${number} från Mätverkets verksamhet` },
      file: { data, name, mimetype: `image/${format}`, size: data.length },
      ...quietly,
    })
    const alt = `Picture number ${number} of what Mätverket does`
    await payload.update({ collection: 'media', id, locale: 'en', data: { alt }, ...quietly })
  }
}

const storePlansAndForm = async (payload: Payload): Promise<void> => {
  const plan = await payload.create({
    collection: 'plans',
    locale: 'sv',
    data: {
      name: 'Medlemskap',
      slug: 'member',
      feeTables: [
        {
          from: '2026-01-01',
          basis: 'fixed',
          amount: 450_000,
          proration: 'none',
          serviceVatPercent: '25',
          membershipVatPercent: '0',
        },
      ],
    },
    ...quietly,
  })
  await payload.update({ collection: 'plans', id: plan.id, locale: 'en', data: { name: 'Membership' }, ...quietly })
  const items = indispensableFields.map((name) => ({ blockType: 'field' as const, name, required: true }))
  const consent = (text: string) => [{ name: 'terms', required: true, text: plainRichText(text) }]
  const { id } = await payload.create({
    collection: 'signup-forms',
    locale: 'sv',
    data: {
      title: 'Bli medlem',
      slug: 'bli-medlem',
      items,
      consents: consent('Vi följer stadgarna.'),
      receiptHeading: 'Tack, nu är ansökan framme!',
      _status: 'published',
    },
    ...quietly,
  })
  await payload.update({
    collection: 'signup-forms',
    id,
    locale: 'en',
    data: {
      title: 'Become a member',
      items,
      consents: consent('We abide by the statutes.'),
      receiptHeading: 'Thank you, your application has arrived!',
      _status: 'published',
    },
    ...quietly,
  })
}

const storeGlobals = async (payload: Payload): Promise<void> => {
  const item = (value: number) => ({
    link: { kind: 'document' as const, document: { relationTo: 'pages' as const, value } },
  })
  const { start, news, membership, contact, glossary, members } = fixedPages
  for (const locale of languages) {
    await payload.updateGlobal({
      slug: 'site-settings',
      locale,
      data: {
        name: 'Mätverket',
        tagline: { sv: 'Klustret som mäter', en: 'The cluster that measures' }[locale],
        logo: 1,
        startPage: start,
        newsPage: news,
        email: 'hej@matverket.example',
        phone: '+46 980 31 92 00',
        address: 'Bruksgatan 4\n984 99 Rönnfors',
        organisationNumber: '802999-0002',
        footerText: {
          sv: 'Mätverket finns inte. Det är till för att mätas.',
          en: 'Mätverket does not exist. It is there to be measured.',
        }[locale],
      },
      ...quietly,
    })
    await payload.updateGlobal({
      slug: 'menus',
      locale,
      data: {
        main: [...sectionIds, news, membership].map(item),
        footer: [contact, members, glossary].map(item),
      },
      ...quietly,
    })
  }
}

const makeHere = async (dataDirectory: string, pages: number, seed: number): Promise<MadeSite> => {
  const startedAt = performance.now()
  const site = describeSite({ pages, seed })
  const payload = await openPayload(dataDirectory)
  await payload.create({
    collection: 'users',
    data: { email: adminEmail, password: adminPassword, name: 'Mätare', role: 'administrator' },
  })
  await uploadPictures(payload)
  await storePlansAndForm(payload)
  await storeDocuments(payload, site)
  await storeGlobals(payload)
  await payload.destroy()
  const { pageCount, newsCount } = site
  return { pages, pageCount, newsCount, seconds: (performance.now() - startedAt) / 1000 }
}

if (import.meta.main) {
  const [directory = '', pages, seed = String(defaultSeed)] = process.argv.slice(2)
  if (!directory || !Number(pages)) {
    console.error('Name a directory and how many pages: node scripts/bench/large-site.ts DIRECTORY 10000')
    process.exit(2)
  }
  console.log(JSON.stringify(await makeHere(resolve(directory), Number(pages), Number(seed))))
  process.exit(0)
}
