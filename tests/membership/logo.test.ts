import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Company, createCompany, type Signup } from '../support/company.ts'
import { atDesk, type Officer } from '../support/desk.ts'
import { later } from '../support/later.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

vi.setConfig({ testTimeout: 150_000 }) // time is let pass by starting the CMS again

let cms: Cms
let company: Company
let staff: StaffMember
let officer: Officer

beforeAll(async () => {
  cms = await startCms()
  company = createCompany(cms.url)
  staff = await signIn(cms.url)
  officer = atDesk(staff)
})
afterAll(() => cms.end())

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 12, g: 90, b: 70, alpha: 0.5 } } })
const asUrl = (type: string, bytes: Uint8Array) => `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
const bytesOf = (url: string | null) => Buffer.from(url?.split(',')[1] ?? '', 'base64')

const signsUpWith = async (logo: string): Promise<Signup> => {
  const signup = await company.fillsIn('sv', { logo })
  const answer = await company.sends(signup)
  expect(answer.status, answer.text).toBe(201)
  return signup
}

describe('a logo that came with a signup', () => {
  test('is drawn anew, seen by the officer, and becomes the logo of the member', async () => {
    const photograph = await drawn(1600, 500)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Hemlig fotograf' } })
      .toBuffer()
    const signup = await signsUpWith(asUrl('image/jpeg', photograph))
    const { id, moves, logo, sections } = await officer.opensThatOf(signup)
    expect(JSON.stringify(sections)).toContain('En bild, 800 × 250 bildpunkter')
    expect(await sharp(bytesOf(logo)).metadata()).toMatchObject({ format: 'webp', width: 800, height: 250 })
    expect(bytesOf(logo).includes('Hemlig fotograf')).toBe(false)

    await officer.decides([{ id, moves }], 'reviewing')
    await officer.decides([await officer.opens(id)], 'approved')
    await later(cms, 2)
    const query = `where[signup][equals]=${id}&depth=1&locale=sv`
    await expect
      .poll(async () => (await staff.ask('GET', `/api/members?${query}`)).body, { timeout: 60_000 })
      .toMatchObject({
        docs: [
          {
            logo: { filename: expect.stringMatching(/^logo-kw-.*\.webp$/), width: 800, height: 250, decorative: true },
          },
        ],
      })
    expect((await officer.opens(id)).logo).toBeNull() // the member has it now
  })

  test('keeps what is transparent so, and is no larger than it was', async () => {
    const signup = await signsUpWith(asUrl('image/png', await drawn(120, 40).png().toBuffer()))
    const { logo } = await officer.opensThatOf(signup)
    expect(await sharp(bytesOf(logo)).metadata()).toMatchObject({ width: 120, height: 40, hasAlpha: true })
  })

  test('is gone when the person who sent it is erased', async () => {
    const signup = await signsUpWith(asUrl('image/png', await drawn(60, 60).png().toBuffer()))
    const { id, contactEmail } = await officer.opensThatOf(signup)
    const exported = await staff.ask('POST', '/api/privacy/export', { email: contactEmail })
    expect(exported.text).toContain('data:image/webp;base64,') // it is theirs to get, too
    await staff.ask('POST', '/api/privacy/erase', { email: contactEmail })
    expect((await staff.ask('GET', `/api/desk/signups/${id}`)).status).toBe(404)
  })
})

describe('a file that is not the picture it claims to be', () => {
  const whole = () => drawn(300, 300).png({ compressionLevel: 0 }).toBuffer()
  const cases: [string, string, () => Promise<string>][] = [
    [
      'an SVG with a script, called a PNG',
      'not-a-picture',
      async () =>
        asUrl('image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
    ],
    ['a text', 'not-a-picture', async () => 'logo.png'],
    ['the beginning of a picture', 'not-a-picture', async () => asUrl('image/png', (await whole()).subarray(0, 5000))],
    [
      'a page that begins like a picture',
      'not-a-picture',
      async () =>
        asUrl('image/png', Buffer.concat([(await whole()).subarray(0, 33), Buffer.from('<script>'.repeat(99))])),
    ],
    [
      'a picture of twenty million points in a small file',
      'too-large',
      async () =>
        asUrl('image/png', await drawn(5000, 4000).png({ palette: true, compressionLevel: 9, effort: 1 }).toBuffer()),
    ],
    [
      'more than two megabytes',
      'too-large',
      async () => asUrl('image/png', Buffer.concat([await whole(), Buffer.alloc(1_650_000)])),
    ],
  ]
  test.each(cases)('%s: %s, and nothing is stored', async (_what, code, make) => {
    const signup = await company.fillsIn('sv', { logo: await make() })
    const answer = await company.sends(signup)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ errors: { logo: code } })
    expect((await officer.finds({ show: 'all', find: signup.answers['contactEmail'] })).rows).toEqual([])
  })

  test('is not let in elsewhere: only the logo may be large', async () => {
    const logo = asUrl('image/png', await drawn(60, 60).png().toBuffer())
    const signup = await company.fillsIn('sv', { logo, message: 'x'.repeat(65 * 1024) })
    expect((await company.sends(signup)).status).toBe(413)
  })
})

test('a form that demands a logo cannot be published', async () => {
  const [form] = await staff.lists('signup-forms', 'locale=sv&depth=0')
  const items = z.array(z.looseObject({ name: z.string().nullish() })).parse(form?.['items'])
  const demanding = items.map((item) => (item.name === 'logo' ? { ...item, required: true } : item))
  const body = { items: demanding, _status: 'published' }
  const { status, text } = await staff.ask('PATCH', `/api/signup-forms/${form?.id}?locale=sv&depth=0`, body)
  expect(status).toBe(400)
  expect(text).toContain('Logotypen måste vara frivillig')
})
