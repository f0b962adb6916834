import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import express, { type Express } from 'express'
import type { PersonalRequest, PersonalView } from 'shared/membership/personal-page'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actOnPersonalPage, askForPersonalLink, type PersonalState, showPersonalPage } from './personal-page.ts'

const view: PersonalView = {
  of: 'signup',
  who: 'applicant',
  title: 'Exempel AB',
  email: 'anna@example.com',
  reference: 'KW-7F3K-92QD',
  status: 'Bekräftad',
  rows: [],
  fee: [],
  bases: [],
  consents: [],
  history: [],
  fields: [],
  mayWithdraw: true,
  mayRemove: false,
  keptUntil: '',
}
const link = `${'a'.repeat(30)}.${'b'.repeat(43)}`

const servers: Server[] = []
const serve = async (app: Express): Promise<string> => {
  const server = createServer(app).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port.')
  return `http://127.0.0.1:${address.port}`
}

let asked: PersonalRequest[]
let shown: PersonalState[]
let answer: object
let front: string

/** A front of which only these handlers are there, with a CMS that answers as a test wishes. */
beforeEach(async () => {
  asked = []
  shown = []
  answer = { view, refusal: null }
  const cms = express()
  cms.use(express.json())
  cms.post(['/api/personal', '/api/personal/link'], (req, res) => {
    asked.push(req.body)
    if (req.get('authorization') !== 'Site-Key key') return void res.sendStatus(403)
    res.json(answer)
  })
  front = await frontWith(await serve(cms))
})
const frontWith = (cmsUrl: string) => {
  const parts = {
    cmsUrl,
    siteKey: 'key',
    render: (_path: string, { personal }: { personal: PersonalState }) => {
      shown.push(personal)
      return Promise.resolve({ status: 200, headers: { 'content-type': 'text/html' }, body: '<p>the page</p>' })
    },
  }
  const app = express()
  app.post('/api/personal/page', actOnPersonalPage(parts))
  app.post('/api/personal/ask', askForPersonalLink(parts))
  app.get(['/sv/min-ansokan/', '/en/my-application/'], showPersonalPage(parts))
  app.use((_req, res) => void res.send('the page of the release'))
  return serve(app)
}
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const opens = (path: string) => fetch(front + path, { redirect: 'manual' })
const posts = (values: Record<string, string>, path = '/api/personal/page') =>
  fetch(front + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'null' }, // what browsers send from a page that tells nobody where they were
    body: new URLSearchParams({ link, language: 'sv', ...values }),
  })

describe('whoever opens a personal link', () => {
  test('sees the page, which nobody keeps and no search engine lists, and whose address goes to nobody', async () => {
    const response = await opens(`/sv/min-ansokan/?link=${link}`)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
    expect(asked).toEqual([{ link, language: 'sv', act: 'open' }])
    expect(shown).toEqual([{ link, view, refusal: null, told: null, unsure: null }])
  })

  test('without a link gets the page of the release', async () => {
    expect(await (await opens('/en/my-application/')).text()).toBe('the page of the release')
  })

  test('who was just told something needs no link to read it', async () => {
    expect((await opens('/sv/min-ansokan/?done=link')).status).toBe(200)
    expect([asked, shown]).toEqual([[], [{ link: '', view: null, refusal: null, told: 'link', unsure: null }]])
  })

  test.each(['', 'x', '%00', '<script>', 'a'.repeat(2000)])(
    'with the link "%s" is told that it is wrong',
    async (bad) => {
      expect((await opens(`/sv/min-ansokan/?link=${encodeURIComponent(bad)}`)).status).toBe(410)
      expect([asked, shown[0]?.refusal]).toEqual([[], 'forged'])
    },
  )

  test('is told in words when the CMS is away', async () => {
    front = await frontWith('http://127.0.0.1:1')
    const response = await opens(`/sv/min-ansokan/?link=${link}`)
    expect([response.status, response.headers.get('retry-after'), shown[0]?.refusal]).toEqual([503, '5', 'away'])
  })
})

describe('what is done on the page', () => {
  test('is told after a redirect, so that a reload does not do it again', async () => {
    const response = await posts({ act: 'correct', contactName: 'Anna Ek', status: 'approved' })
    expect(asked[0]).toEqual({ link, language: 'sv', act: 'correct', values: { contactName: 'Anna Ek' } })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/sv/min-ansokan/?link=${link}&done=correct`)
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('that is refused is told at once', async () => {
    answer = { view, refusal: 'invalid' }
    expect((await posts({ act: 'correct', contactName: '' })).status).toBe(422)
    expect(shown[0]).toMatchObject({ refusal: 'invalid', told: null })
  })

  test.each(['withdraw', 'remove'])('%s needs its box to be ticked', async (act) => {
    expect((await posts({ act })).status).toBe(422)
    expect([asked[0]?.act, shown[0]?.unsure]).toEqual(['open', act])
    expect((await posts({ act, sure: 'yes' })).status).toBe(303)
    expect(asked[1]?.act).toBe(act)
  })

  test('whoever is taken off is told so where no link is needed', async () => {
    answer = { view: null, refusal: null }
    const response = await posts({ act: 'remove', sure: 'yes' })
    expect(response.headers.get('location')).toBe('/sv/min-ansokan/?done=remove')
  })

  test.each([
    ['json', '{\n  "about": "anna@example.com"\n}'],
    ['html', '<h1>Anna</h1>'],
  ])('a copy comes as a file: %s', async (format, content) => {
    answer = { view, refusal: null, file: { json: { about: 'anna@example.com' }, html: '<h1>Anna</h1>' } }
    const response = await posts({ act: 'export', format })
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename=mina-uppgifter.${format}`)
    expect(await response.text()).toBe(content)
  })

  test.each<Record<string, string>>([
    { act: 'approve' },
    { act: 'open', language: 'no' },
    { act: 'open', link: '../..' },
  ])('%j is no form of ours', async (values) => expect((await posts(values)).status).toBe(400))
})

test('whoever asks for a link gets the same answer, whatever the address', async () => {
  for (const email of ['anna@example.com', 'nobody', '']) {
    const response = await posts({ email, language: 'en' }, '/api/personal/ask')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/en/my-application/?done=link'])
  }
})
