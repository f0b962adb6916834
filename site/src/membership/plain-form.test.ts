import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express, type Request, type RequestHandler } from 'express'
import { afterEach, describe, expect, test } from 'vitest'
import { plainForm, plainKey, readPlainForm } from './plain-form.ts'
import type { SignupState } from './signup-state.ts'

const body = new URLSearchParams({
  form: 'bli-medlem',
  formVersion: '3',
  language: 'sv',
  page: '/sv/bli-medlem/',
  trap: '',
  organisationName: 'Åkeriet & Söner',
  organisationNumber: '556026-9986',
  website: ' ',
  status: 'approved',
  'consents.statutes': 'on',
})

describe('a posted form', () => {
  test('becomes the same request as the island sends', () => {
    expect(readPlainForm(body)?.request).toEqual({
      form: 'bli-medlem',
      formVersion: 3,
      language: 'sv',
      answers: { organisationName: 'Åkeriet & Söner', organisationNumber: '556026-9986', consents: { statutes: true } },
    })
  })

  test('brings along questions, further contact persons and what was chosen of several', () => {
    const more = new URLSearchParams(body)
    for (const [name, value] of [
      ['questions.fairs', 'elmia'],
      ['questions.fairs', 'nordbygg'],
      ['questions.exports', 'yes'],
      ['questions.why', ' '],
      ['questions.__proto__', 'x'],
      ['contacts.0.contactName', ''],
      ['contacts.1.contactName', 'Bo Ek'],
      ['contacts.1.contactEmail', 'bo@example.com'],
      ['contacts.2.contactName', ' '],
    ])
      more.append(name ?? '', value ?? '')
    const read = readPlainForm(more)
    expect(read?.request.answers).toMatchObject({
      questions: { fairs: ['elmia', 'nordbygg'], exports: 'yes' },
      contacts: [{}, { contactName: 'Bo Ek', contactEmail: 'bo@example.com' }],
    })
    expect(Object.keys(Object(read?.request.answers['questions']))).toEqual(['fairs', 'exports'])
    expect(read?.values).toMatchObject({ 'questions.fairs': ['elmia', 'nordbygg'], 'contacts.1.contactName': 'Bo Ek' })
  })

  test.each([
    ['page=//evil.example/', 'page'],
    ['page=/sv/../admin/', 'page'],
    ['show=//evil.example/', 'show'],
    ['language=no', 'language'],
    ['formVersion=x', 'formVersion'],
  ])('%s is none of ours', (change, name) => {
    const changed = new URLSearchParams(body)
    changed.set(name, new URLSearchParams(change).get(name) ?? '')
    expect(readPlainForm(changed)).toBeNull()
  })

  test('has one key a day', () => {
    const request = readPlainForm(body)?.request
    if (!request) throw new Error('The form could not be read.')
    const morning = plainKey(request, new Date('2026-11-22T06:00:00Z'))
    expect(morning).toMatch(/^[\w-]{16,64}$/)
    expect(plainKey(request, new Date('2026-11-22T18:00:00Z'))).toBe(morning)
    expect(plainKey(request, new Date('2026-11-23T06:00:00Z'))).not.toBe(morning)
    expect(plainKey({ ...request, language: 'en' }, new Date('2026-11-22T06:00:00Z'))).not.toBe(morning)
  })
})

describe('the answer to a browser without JavaScript', () => {
  const servers: Server[] = []
  const listen = async (app: Express) => {
    const server = createServer(app)
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
  })

  const post = async (
    cms: RequestHandler | RequestHandler[] | null,
    from?: string,
    sent: URLSearchParams | FormData = body,
  ) => {
    const rendered: { path: string; signup: SignupState }[] = []
    const received: Request[] = []
    const cmsUrl = cms
      ? await listen(
          express().post(
            '/api/signup',
            (req, _res, next) => {
              received.push(req)
              next()
            },
            ...[cms].flat(),
          ),
        )
      : 'http://127.0.0.1:9' // where nothing listens
    const render = async (path: string, { signup }: { signup: SignupState }) => {
      rendered.push({ path, signup })
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<title>Formuläret igen</title>',
      }
    }
    const site = await listen(
      express().post('/api/signup', plainForm({ cmsUrl, siteUrl: 'https://www.example.org', render })),
    )
    const headers = { origin: from ?? site }
    const response = await fetch(`${site}/api/signup`, { method: 'POST', headers, body: sent, redirect: 'manual' })
    return { response, rendered, received }
  }

  test('leads to the receipt once the signup is stored', async () => {
    const { response, received } = await post((_req, res) => void res.status(201).json({ reference: 'KW-7F3K-92QD' }))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/sv/bli-medlem/tack/?reference=KW-7F3K-92QD')
    expect(received[0]?.headers['idempotency-key']).toMatch(/^plain-/)
  })

  test.each([
    ['https://www.example.org', 303],
    ['https://evil.example', 400],
    ['null', 400],
  ])('posted from a page at %s it is answered with %i', async (from, status) => {
    const { response } = await post((_req, res) => void res.status(201).json({ reference: 'KW-7F3K-92QD' }), from)
    expect(response.status).toBe(status)
  })

  test('is the form in the other language, with what was written, when that was asked for; nothing is sent', async () => {
    const sent = new URLSearchParams([...body, ['show', '/en/become-a-member/']])
    const { response, rendered, received } = await post(null, undefined, sent)
    expect(response.status).toBe(200)
    expect(received).toEqual([])
    expect(rendered).toMatchObject([{ path: '/en/become-a-member/', signup: { form: 'bli-medlem' } }])
    expect(rendered[0]?.signup.values).toMatchObject({ organisationName: 'Åkeriet & Söner' })
    expect(rendered[0]?.signup.errors).toBeUndefined()
  })

  test('is the form again, with what was written and what is wrong', async () => {
    const { response, rendered } = await post(
      (_req, res) => void res.status(400).json({ errors: { contactEmail: 'required' } }),
    )
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Formuläret igen')
    expect(rendered[0]).toMatchObject({
      path: '/sv/bli-medlem/',
      signup: {
        form: 'bli-medlem',
        errors: { contactEmail: 'required' },
        values: { organisationName: 'Åkeriet & Söner' },
      },
    })
  })

  test('says that the CMS is away and keeps what was written', async () => {
    const { response, rendered } = await post(null)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('30')
    expect(rendered[0]?.signup).toMatchObject({
      errors: { request: 'busy' },
      values: { organisationName: 'Åkeriet & Söner' },
    })
  })

  const takes: RequestHandler[] = [
    express.json({ limit: '5mb' }),
    (_req, res) => void res.status(201).json({ reference: 'KW-7F3K-92QD' }),
  ]

  test('takes texts as long as they may be, in letters that are posted as six', async () => {
    const long = new URLSearchParams(body)
    for (const name of ['message', 'questions.why', 'questions.how']) long.set(name, 'å'.repeat(5000))
    const { response, received } = await post(takes, undefined, long)
    expect(response.status).toBe(303)
    expect(received[0]?.body.answers).toMatchObject({ message: 'å'.repeat(5000) })
  })

  const withFile = (content: Buffer, name = 'logo.png') => {
    const form = new FormData()
    for (const [field, value] of body) form.append(field, value)
    form.append('logo', new File([new Uint8Array(content)], name, { type: 'image/png' }))
    return form
  }
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40)])

  test('brings a logo along with the other answers, as the island does', async () => {
    const { response, received } = await post(takes, undefined, withFile(png))
    expect(response.status).toBe(303)
    expect(received[0]?.body).toMatchObject({
      answers: { organisationName: 'Åkeriet & Söner', logo: `data:image/png;base64,${png.toString('base64')}` },
    })
  })

  test('of a form in which no logo was chosen has none', async () => {
    const { received } = await post(takes, undefined, withFile(Buffer.alloc(0), ''))
    expect(received[0]?.body.answers).not.toHaveProperty('logo')
  })

  test('to a logo that is too large is the form again, with what was written', async () => {
    const { response, rendered, received } = await post(takes, undefined, withFile(Buffer.alloc(5_000_000)))
    expect(response.status).toBe(400)
    expect(received).toEqual([])
    expect(rendered[0]?.signup).toMatchObject({
      errors: { logo: 'too-large' },
      values: { organisationName: 'Åkeriet & Söner', logo: 'chosen' },
    })
  })

  test('to a file that nobody would read says so in words', async () => {
    const { response, received } = await post(takes, undefined, withFile(Buffer.alloc(13_000_000)))
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('Ansökan kunde inte tas emot')
    expect(received).toEqual([])
  })

  test('to what is no form at all is that it is none', async () => {
    const { response } = await post(takes, undefined, new FormData())
    expect(response.status).toBe(400)
  })
})
