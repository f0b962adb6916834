import type { Browser, Page } from 'playwright-core'
import { sayAdmin } from 'shared/translations/admin'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAdmin, signInByHand } from '../support/admin.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { hire, signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web
let browser: Browser
let boss: StaffMember

beforeAll(async () => {
  web = await startWeb()
  browser = await openBrowser()
  boss = await signIn(web.cms.url)
})
afterAll(async () => {
  await browser.close()
  await web.end()
})

const say = (...[key, values]: [Parameters<typeof sayAdmin>[1], Record<string, string>?]) => sayAdmin('sv', key, values)

const openAdminAs = async (role: string, expects: RegExp[] = []): Promise<Page> => {
  await hire(web.cms.url, boss, role)
  const [person] = await boss.lists('users', `where[role][equals]=${role}&limit=1`)
  const page = await openWindow(browser, web.url, { timezoneId: 'Europe/Stockholm', expects })
  await signInByHand(page, String(person?.['email']))
  return page
}

/** The first whole minute that leaves time to choose it, as a clock in Stockholm shows it. */
const nextMinute = () => {
  const minute = 60_000
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' })
    .format(Math.ceil((Date.now() + 15_000) / minute) * minute)
    .replace(' ', 'T')
}

test('an editor plans a page, is told of what is wrong, sees the plan, and at its minute it is live', async () => {
  const { id } = await boss.creates('pages', 'sv', { title: 'Årsmötet', slug: 'arsmotet' }, 'draft')
  const page = await openAdminAs('publisher', [/status of 400.*publishing\/schedule/]) // the time that has passed
  await openAdmin(page, `/admin/collections/pages/${id}?locale=sv`)
  const schedule = page.getByRole('region', { name: say('schedule.heading') })
  await schedule.getByText(say('schedule.none')).waitFor()
  await schedule.getByRole('button', { name: say('schedule.open') }).click()
  const time = schedule.getByLabel(say('schedule.at'))

  await schedule.getByRole('button', { name: say('schedule.submit') }).click()
  await schedule.getByRole('alert').getByText(say('refusal.schedule.no-time')).waitFor()
  expect(await time.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true)
  await time.fill('2027-03-28T02:30')
  await time.press('Enter')
  await schedule.getByText(say('refusal.schedule.skipped', { time: '02:30' })).waitFor()
  await time.fill('2026-01-01T12:00')
  await time.press('Enter')
  await schedule.getByText(say('refusal.schedule.past')).waitFor()
  await time.fill('2027-10-31T02:30')
  await schedule.getByText(say('schedule.time-twice', { time: '02:30' })).waitFor()

  const minute = nextMinute()
  await time.fill(minute)
  await time.press('Enter')
  await schedule
    .getByRole('status')
    .getByText(/^Schemalagt\. Publiceras på svenska/)
    .waitFor()
  await schedule
    .getByRole('listitem')
    .getByText(/^Publiceras på svenska/)
    .waitFor()
  expect(await schedule.getByRole('button', { name: say('schedule.open') }).getAttribute('aria-expanded')).toBe('false')
  expect((await createVisitor(web.url).opens('/sv/arsmotet/')).status).toBe(404)

  await openAdmin(page, '/admin')
  const overview = page.getByRole('region', { name: say('schedule.overview.heading') })
  await overview.getByRole('link', { name: 'Årsmötet' }).click()
  await page.waitForURL(/\/collections\/pages\//)
  await schedule.getByText(/^Publicerades på svenska/).waitFor({ timeout: 90_000 })
  const [row] = await boss.lists('scheduled-changes', `where[documentId][equals]=${id}&limit=1`)
  expect(Date.parse(String(row?.['finishedAt'])) - Date.parse(String(row?.['at']))).toBeLessThan(5000)
  await createVisitor(web.url).sees('/sv/arsmotet/', 'Årsmötet')
}, 180_000)

test('what is planned can be undone by a publisher, and a communicator only sees it', async () => {
  const { id } = await boss.creates('pages', 'sv', { title: 'Inbjudan', slug: 'inbjudan' }, 'draft')
  const at = new Date(Date.now() + 86_400_000).toISOString()
  const wish = { collection: 'pages', id, language: 'sv', action: 'publish', at }
  expect((await boss.ask('POST', '/api/publishing/schedule', wish)).status).toBe(201)

  const seen = await openAdminAs('communicator')
  await seen.goto(`/admin/collections/pages/${id}?locale=sv`)
  const list = seen.getByRole('region', { name: say('schedule.heading') })
  await list
    .getByRole('listitem')
    .getByText(/^Publiceras på svenska/)
    .waitFor()
  expect(await list.getByRole('button').count()).toBe(0)

  const page = await openAdminAs('publisher')
  await openAdmin(page, `/admin/collections/pages/${id}?locale=sv`)
  const schedule = page.getByRole('region', { name: say('schedule.heading') })
  await schedule.getByRole('button', { name: /^Ångra: Publiceras på svenska/ }).click()
  await schedule
    .getByRole('status')
    .getByText(/^Ångrat/)
    .waitFor()
  await schedule.getByText(say('schedule.none')).waitFor()
  const [row] = await boss.lists('scheduled-changes', `where[documentId][equals]=${id}&limit=1`)
  expect(row?.['status']).toBe('cancelled')
})
