import { setTimeout as pause } from 'node:timers/promises'
import type { Language } from 'shared/languages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Answer } from '../support/answer.ts'
import { inMongo } from '../support/databases.ts'
import { freePort, startProcess, waitFor, waitUntilReady } from '../support/server-process.ts'
import { settingsOf } from '../support/settings.ts'
import { hire, type SiteReader, signIn, siteReader, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let publisher: StaffMember
let site: SiteReader

beforeAll(async () => {
  cms = await startCms()
  publisher = await signIn(cms.url)
  site = siteReader(cms.url)
})
afterAll(() => cms.end())

const changeSchema = z.object({
  id: z.string(),
  title: z.string(),
  language: z.string(),
  action: z.string(),
  at: z.string(),
  status: z.string(),
  requestedBy: z.string(),
  reason: z.string().optional(),
})
const scheduleSchema = z.object({ mayPlan: z.boolean(), changes: z.array(changeSchema) })
const refusalSchema = z.object({
  errors: z.array(
    z.object({
      message: z.string(),
      data: z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) }).optional(),
    }),
  ),
})

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const inAnHour = () => inSeconds(3600)

interface Wish {
  id: string
  language?: Language
  action?: 'publish' | 'unpublish'
  at?: string
  collection?: string
}
const wishes = (who: StaffMember, { collection = 'pages', language = 'sv', action = 'publish', ...rest }: Wish) =>
  who.ask('POST', '/api/publishing/schedule', { collection, language, action, at: inSeconds(2), ...rest })
const plans = async (wish: Wish) => {
  const answer = await wishes(publisher, wish)
  expect(answer.status, answer.text).toBe(201)
  return changeSchema.parse(answer.body)
}
const cancels = (who: StaffMember, id: string) => who.ask('POST', `/api/publishing/schedule/${id}/cancel`, {})
const schedule = async (id: string, who = publisher) =>
  scheduleSchema.parse((await who.ask('GET', `/api/publishing/schedule?collection=pages&id=${id}`)).body)
const refusalOf = (answer: Answer) => {
  const [error] = refusalSchema.parse(answer.body).errors
  return error?.data?.errors[0] ?? { path: '', message: error?.message ?? '' }
}

let pages = 0
const newPage = async (status: 'draft' | 'published' = 'draft') => {
  pages += 1
  return publisher.creates('pages', 'sv', { title: `Sida ${pages}`, slug: `sida-${pages}` }, status)
}
const inEnglish = () => ({ title: `Page ${pages}`, slug: `page-${pages}` })
const liveTitle = async (id: string, language: Language) =>
  (await site.published('pages', language)).find((page) => page.id === id)?.['title']
const requestsFor = async (id: string) =>
  (await publisher.lists('release-requests', `where[documentId][equals]=${id}&limit=100&sort=createdAt`)).map(
    ({ action }) => action,
  )
const settled = (id: string, status: 'done' | 'failed' = 'done', seconds = 15) =>
  waitFor(
    `the change of ${id} to be ${status}`,
    async () => (await schedule(id)).changes.find((change) => change.status === status),
    { seconds },
  )
// Where several processes share a database, what a killed one was at stays its own until the lease runs out.
const ofMany = () => cms.store.settings['DATABASE_URL']
const leasesRunOut = async () => {
  const database = ofMany()
  if (!database) return
  await inMongo(database, (client) =>
    client
      .db()
      .collection('scheduled-changes')
      .updateMany({ status: 'running' }, { $set: { leaseUntil: new Date() } }),
  )
}
const allDone = (id: string, seconds = 15) =>
  waitFor(
    `all that is planned for ${id} to be done`,
    async () => ((await schedule(id)).changes.every(({ status }) => status === 'done') ? true : undefined),
    { seconds },
  )

describe('what is planned happens', () => {
  test('at its time and not before, with the words that were saved last', async () => {
    const { id } = await newPage()
    const at = inSeconds(3)
    await plans({ id, at })
    await publisher.savesDraft('pages', id, 'sv', { title: 'Sparad efter planen' })
    expect((await schedule(id)).changes).toMatchObject([{ status: 'waiting', requestedBy: expect.any(String) }])
    expect(await liveTitle(id, 'sv')).toBeUndefined()
    await waitFor('it to be live', () => liveTitle(id, 'sv'), { seconds: 15 })
    const late = Date.now() - Date.parse(at)
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(5000)
    expect(await liveTitle(id, 'sv')).toBe('Sparad efter planen')
    await settled(id)
    expect(await requestsFor(id)).toEqual(['published'])
  })

  test('in one language, and the other stays as it was', async () => {
    const { id } = await newPage()
    await publisher.savesDraft('pages', id, 'en', inEnglish())
    await plans({ id, language: 'en' })
    await settled(id)
    expect([await liveTitle(id, 'sv'), await liveTitle(id, 'en')]).toEqual([undefined, `Page ${pages}`])
    expect(await publisher.reads('pages', id, 'sv')).toMatchObject({ title: `Sida ${pages}`, _status: 'draft' })

    await publisher.publishes('pages', id, 'sv')
    await publisher.savesDraft('pages', id, 'en', { title: 'A draft' })
    await publisher.savesDraft('pages', id, 'sv', { title: 'Ett utkast' })
    const before = await requestsFor(id)
    await plans({ id, language: 'en', action: 'unpublish' })
    await waitFor('English to be gone', async () => ((await liveTitle(id, 'en')) === undefined ? true : undefined))
    expect(await liveTitle(id, 'sv')).toBe(`Sida ${pages}`)
    expect(await publisher.reads('pages', id, 'sv')).toMatchObject({ title: 'Ett utkast' })
    expect(await publisher.reads('pages', id, 'en')).toMatchObject({ title: 'A draft', _status: 'draft' })
    await allDone(id)
    expect(await requestsFor(id)).toEqual([...before, 'unpublished'])
  })

  test('in both languages at the same moment, and loses neither', async () => {
    const { id } = await newPage()
    await publisher.savesDraft('pages', id, 'en', inEnglish())
    const at = inSeconds(2)
    await plans({ id, language: 'sv', at })
    await plans({ id, language: 'en', at })
    await allDone(id)
    expect([await liveTitle(id, 'sv'), await liveTitle(id, 'en')]).toEqual([`Sida ${pages}`, `Page ${pages}`])
  })

  test('while somebody saves drafts in the other language all the time', async () => {
    const { id } = await newPage()
    await plans({ id, at: inSeconds(2) })
    for (let save = 1; (await liveTitle(id, 'sv')) === undefined; save += 1) {
      await publisher.savesDraft('pages', id, 'en', { ...inEnglish(), title: `English ${save}` })
      expect(await publisher.reads('pages', id, 'en')).toMatchObject({ title: `English ${save}` })
      expect(save).toBeLessThan(1000)
    }
    expect(await liveTitle(id, 'sv')).toBe(`Sida ${pages}`)
    expect(await liveTitle(id, 'en')).toBeUndefined()
  })

  test('unless it is taken back before', async () => {
    const { id } = await newPage()
    const { id: change } = await plans({ id, at: inSeconds(2) })
    expect((await cancels(publisher, change)).status).toBe(200)
    expect((await schedule(id)).changes).toEqual([])
    const again = await cancels(publisher, change)
    expect(again.status).toBe(409)
    expect(refusalOf(again).message).toMatch(/Ladda om|Reload/)
    await pause(4000)
    expect(await liveTitle(id, 'sv')).toBeUndefined()
  })
})

describe('the CMS is away when it is due', () => {
  test('it happens right after the start, in the order of its times', async () => {
    const [late, taken] = [await newPage(), await newPage('published')]
    await plans({ id: late.id, at: inSeconds(1.5) })
    await plans({ id: taken.id, action: 'unpublish', at: inSeconds(1.4) })
    await plans({ id: taken.id, action: 'publish', at: inSeconds(1.6) })
    await cms.process().kill()
    await pause(2500)
    await cms.restart()
    await waitFor('it to be live', () => liveTitle(late.id, 'sv'), { seconds: 5 })
    await allDone(taken.id)
    expect(await liveTitle(taken.id, 'sv')).toMatch(/^Sida/)
    expect(await requestsFor(taken.id)).toEqual(['published', 'unpublished', 'published'])
  })

  test('killed between taking a change and making it, it makes it after the next start', async () => {
    const { id } = await newPage()
    await plans({ id, at: inSeconds(1) })
    await cms.process().kill()
    await pause(1100)
    const victim = startProcess(
      'tests/support/claim-and-be-killed.ts',
      settingsOf({ ...cms.store.settings, CMS_URL: cms.url }),
    )
    expect(await victim.ended).toBeNull() // ended by a signal
    expect(victim.output()).toContain(`took Sida ${pages}`)
    await cms.restart()
    const { changes } = await schedule(id)
    expect(ofMany() ? ['running'] : ['running', 'done']).toContain(changes[0]?.status)
    await leasesRunOut()
    await settled(id, 'done', 10)
    expect(await liveTitle(id, 'sv')).toBe(`Sida ${pages}`)
    expect(await requestsFor(id)).toContain('published')
  })

  test('killed again and again while it works through many, it makes each', async () => {
    const made = [await newPage(), await newPage(), await newPage(), await newPage(), await newPage(), await newPage()]
    const at = inSeconds(2)
    for (const { id } of made) await plans({ id, at })
    await pause(Date.parse(at) - Date.now())
    for (const milliseconds of [15, 60, 120]) {
      await pause(milliseconds)
      await cms.process().kill()
      await cms.restart()
    }
    await leasesRunOut()
    for (const { id } of made) await settled(id, 'done', 60)
    for (const { id } of made) {
      expect(await liveTitle(id, 'sv')).toMatch(/^Sida/)
      expect(await requestsFor(id)).toContain('published')
    }
  }, 180_000)
})

test('of several processes on one database, one makes a change', async () => {
  // An SQLite file has one process that writes; a MongoDB has as many as one likes.
  const others = await Promise.all(
    (ofMany() ? [1, 2] : []).map(async () => {
      const url = `http://127.0.0.1:${await freePort()}`
      const other = startProcess('cms/src/server.ts', settingsOf({ ...cms.store.settings, CMS_URL: url }))
      await waitUntilReady(`${url}/healthz`, other)
      return other
    }),
  )
  try {
    const made = await Promise.all(Array.from({ length: 12 }, () => newPage()))
    for (const { id } of made) await publisher.savesDraft('pages', id, 'en', { title: `P ${id}`, slug: `p-${id}` })
    const at = inSeconds(12)
    for (const { id } of made) {
      await plans({ id, language: 'sv', at })
      await plans({ id, language: 'en', at })
    }
    for (const { id } of made) {
      await allDone(id, 60)
      expect(await requestsFor(id)).toEqual(['published', 'published'])
      expect(await liveTitle(id, 'sv')).toMatch(/^Sida/)
      expect(await liveTitle(id, 'en')).toBe(`P ${id}`)
    }
  } finally {
    for (const other of others) await other.stop()
  }
}, 120_000)

describe('what cannot be done is told', () => {
  const reasons = async (id: string) => {
    const { reason = '' } = await settled(id, 'failed')
    const english = await fetch(new URL(`/api/publishing/schedule?collection=pages&id=${id}`, cms.url), {
      headers: { authorization: `Site-Key none`, 'accept-language': 'en' },
    })
    expect(english.status).toBe(403)
    return reason
  }

  test('a required field is empty: the field and the document are named, and it can be taken off the list', async () => {
    const { id } = await newPage()
    await publisher.savesDraft('pages', id, 'en', { introduction: 'No title yet.' })
    await plans({ id, language: 'en' })
    const reason = await reasons(id)
    expect(reason).toContain(`Sida ${pages}`)
    expect(reason).toMatch(/Rubrik/)
    expect(reason).toMatch(/schemalägg igen/)
    expect(await liveTitle(id, 'en')).toBeUndefined()
    const [failed] = (await schedule(id)).changes
    expect((await cancels(publisher, failed?.id ?? '')).status).toBe(200)
    expect((await schedule(id)).changes).toEqual([])
  })

  test('the document is gone', async () => {
    const { id } = await newPage()
    await plans({ id })
    await publisher.removes('pages', id)
    expect(await reasons(id)).toContain(`”Sida ${pages}” är borttaget`)
  })

  test('whoever planned it may no longer publish', async () => {
    const { id } = await newPage()
    const colleague = await hire(cms.url, publisher, 'publisher')
    const answer = await wishes(colleague, { id })
    expect(answer.status).toBe(201)
    const [row] = await publisher.lists('users', 'where[role][equals]=publisher&limit=1')
    await publisher.ask('PATCH', `/api/users/${row?.id}`, { role: 'communicator' })
    expect(await reasons(id)).toMatch(/får inte längre publicera/)
    expect(await liveTitle(id, 'sv')).toBeUndefined()
  })

  test('everybody on the staff sees it among all that is planned', async () => {
    const communicator = await hire(cms.url, publisher, 'communicator')
    const all = scheduleSchema.parse((await communicator.ask('GET', '/api/publishing/schedule')).body)
    expect(all.mayPlan).toBe(false)
    expect(all.changes.map(({ status }) => status)).toContain('failed')
  })
})

describe('a wish that cannot be met is refused in words', () => {
  test.each([
    ['a time that has passed', () => ({ at: inSeconds(-60) }), 400, /redan varit/],
    ['a time in three years', () => ({ at: inSeconds(3 * 366 * 86_400) }), 400, /inom 2 år/],
    ['no time', () => ({ at: '' }), 400, /datum och klockslag/],
    ['a time without a zone', () => ({ at: '2027-01-01T12:00' }), 400, /datum och klockslag/],
    ['a document that is not there', () => ({ id: '9'.repeat(24) }), 404, /finns inte/],
    ['an id that is none', () => ({ id: "1' or 1=1" }), 404, /finns inte/],
    ['a collection that is not published', () => ({ collection: 'users' }), 404, /finns inte/],
    ['a collection that is none', () => ({ collection: '__proto__' }), 404, /finns inte/],
  ])('%s', async (_what, wish, status, words) => {
    const { id } = await newPage()
    const answer = await wishes(publisher, { id, at: inAnHour(), ...wish() })
    expect(answer.status, answer.text).toBe(status)
    expect(refusalOf(answer).message).toMatch(words)
    expect((await schedule(id)).changes).toEqual([])
  })

  test('the same change twice, or its opposite at the same time', async () => {
    const { id } = await newPage()
    const at = inAnHour()
    await plans({ id, at })
    for (const [wish, words] of [
      [{ id, at }, /redan schemalagt/],
      [{ id, at, action: 'unpublish' }, /motsatsen/],
    ] as const) {
      const answer = await wishes(publisher, wish)
      expect(answer.status).toBe(400)
      expect(refusalOf(answer)).toEqual({ path: 'at', message: expect.stringMatching(words) })
    }
    await plans({ id, at, language: 'en' })
    expect((await schedule(id)).changes).toHaveLength(2)
    // Twice in one breath, as a double click does it.
    const later = inSeconds(7200)
    const both = await Promise.all([1, 2].map(() => wishes(publisher, { id, at: later })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  })

  test('by those who may not publish, and by strangers', async () => {
    const { id } = await newPage()
    const { id: change } = await plans({ id, at: inAnHour() })
    for (const role of ['communicator', 'membershipOfficer']) {
      const person = await hire(cms.url, publisher, role)
      expect((await wishes(person, { id, at: inAnHour() })).status, role).toBe(403)
      expect((await cancels(person, change)).status, role).toBe(403)
      expect(await schedule(id, person), role).toMatchObject({ mayPlan: false, changes: [{ status: 'waiting' }] })
    }
    const stranger = await fetch(new URL('/api/publishing/schedule', cms.url))
    expect(stranger.status).toBe(403)
    expect((await site.ask('GET', '/api/publishing/schedule')).status).toBe(403)
    expect((await site.ask('POST', `/api/publishing/schedule/${change}/cancel`, {})).status).toBe(403)
    expect((await schedule(id)).changes).toHaveLength(1)
  })

  test('nonsense', async () => {
    for (const body of [undefined, [], 'hej', { at: {} }, { collection: 'pages', id: [1] }]) {
      expect((await publisher.ask('POST', '/api/publishing/schedule', body)).status).toBe(400)
    }
    for (const id of ['0', 'x', '%00', '9'.repeat(30)]) expect((await cancels(publisher, id)).status, id).toBe(409)
    expect((await publisher.ask('GET', '/api/publishing/schedule?collection=pages')).status).toBe(400)
  })
})
