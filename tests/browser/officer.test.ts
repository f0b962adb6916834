import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { sayAdmin } from 'shared/translations/admin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAdmin, signInByHand } from '../support/admin.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { createCompany } from '../support/company.ts'
import { atDesk, type Officer } from '../support/desk.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { hire, signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'

let web: Web
let browser: Browser
let mailbox: Mailbox
let boss: StaffMember
let officer: Officer
let officersEmail: string

beforeAll(async () => {
  mailbox = await openMailbox()
  web = await startWeb({ SMTP_URL: mailbox.url })
  boss = await signIn(web.cms.url)
  officer = atDesk(await hire(web.cms.url, boss, 'membershipOfficer'))
  const [account] = await boss.lists('users', 'where[role][equals]=membershipOfficer&limit=1')
  officersEmail = String(account?.['email'])
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
  await mailbox.close()
})

/** A company's signup that an officer has taken up. */
const underReview = async (organisationName: string, language: 'sv' | 'en' = 'sv', own: object = {}) => {
  const company = createCompany(web.cms.url)
  const filled = await company.fillsIn(language)
  const signup = { ...filled, answers: { ...filled.answers, organisationName, ...own } }
  expect((await company.sends(signup)).status).toBe(201)
  await officer.decides([await officer.opensThatOf(signup)], 'reviewing')
  return signup
}

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).include('.desk').analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html.slice(0, 120)),
  ])

describe('an officer', () => {
  test('finds what waits from the dashboard, reads the letter, declines, undoes, and approves', async () => {
    const signup = await underReview('Beslut & Bröder AB')
    const page = await openWindow(browser, web.url)
    await signInByHand(page, officersEmail)
    await page.getByRole('link', { name: sayAdmin('sv', 'desk.overview.todo') }).click()
    await page.getByRole('link', { name: 'Beslut & Bröder AB' }).click()
    await page.getByRole('heading', { name: 'Beslut & Bröder AB', level: 1 }).waitFor()
    expect(await violations(page)).toEqual([])

    // Without a reason nothing is declined; the letter shows the reason while it is written.
    await page.getByRole('button', { name: sayAdmin('sv', 'desk.decide.declined.button') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: sayAdmin('sv', 'desk.decide.declined.submit') }).click()
    await dialog.getByText(sayAdmin('sv', 'refusal.desk.no-reason')).waitFor()
    await dialog.getByLabel(sayAdmin('sv', 'desk.reason')).fill('Verksamheten ligger utanför området.')
    await dialog.locator('pre').getByText('Verksamheten ligger utanför området.').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: sayAdmin('sv', 'desk.decide.declined.submit') }).click()
    await page.getByText(sayAdmin('sv', 'desk.now.declined.soon')).waitFor()
    await page.locator('h2:focus', { hasText: sayAdmin('sv', 'desk.now') }).waitFor() // what happens now is read next
    expect(await page.title()).toContain('Beslut & Bröder AB')

    await page.getByRole('button', { name: sayAdmin('sv', 'desk.undo') }).click()
    await page.getByText(sayAdmin('sv', 'desk.undone.one')).waitFor()
    await page.getByRole('button', { name: sayAdmin('sv', 'desk.decide.approved.button') }).click()
    await dialog.locator('pre').waitFor()
    await dialog.getByRole('button', { name: sayAdmin('sv', 'desk.decide.approved.submit') }).click()
    await page.getByText(sayAdmin('sv', 'desk.now.approved.soon')).waitFor()
    const { status, history } = await officer.opensThatOf(signup)
    expect(status).toBe('approved')
    expect(history).toHaveLength(5) // sent, taken up, declined, undone, approved
  })

  test('searches, chooses several, decides on them at once and takes it back, in English', async () => {
    await underReview('Flera Första AB', 'en')
    await underReview('Flera Andra AB')
    const page = await openWindow(browser, web.url, { locale: 'en-GB' })
    await signInByHand(page, officersEmail)
    await openAdmin(page, '/admin/collections/signups')
    await page.getByLabel(sayAdmin('en', 'desk.find')).fill('flera')
    await page.getByText(sayAdmin('en', 'desk.pages', { first: 1, last: 2, total: 2 })).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel(sayAdmin('en', 'desk.choose.all')).check()
    await page.getByRole('button', { name: sayAdmin('en', 'desk.decide.approved.button') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(sayAdmin('en', 'desk.preview.choose')).waitFor()
    await dialog.getByRole('button', { name: /^Approve/ }).click()
    await page.getByText(sayAdmin('en', 'desk.decide.approved.done.many', { count: 2 })).waitFor()
    await page.getByRole('button', { name: sayAdmin('en', 'desk.undo') }).click()
    await page.locator('output:focus', { hasText: sayAdmin('en', 'desk.undone.many', { count: 2 }) }).waitFor()
    expect(new URL(page.url()).searchParams.get('find')).toBe('flera')

    // A number that may be a person's gets into no address.
    await page.getByLabel(sayAdmin('en', 'desk.find')).fill('121212-1212')
    await page.getByText(sayAdmin('en', 'desk.empty.narrowed')).waitFor()
    expect(page.url()).not.toContain('1212')
  })

  test('sees the number of a sole trader after asking for it, and not before', async () => {
    const signup = await underReview('Tolvans Verkstad', 'sv', { organisationNumber: '121212-1212' })
    const { id } = await officer.opensThatOf(signup)
    const page = await openWindow(browser, web.url)
    await signInByHand(page, officersEmail)
    await openAdmin(page, `/admin/collections/signups/${id}`)
    await page.getByText(sayAdmin('sv', 'desk.sole-trader')).waitFor()
    expect(await page.content()).not.toMatch(/121212-?1212/)
    await page.getByRole('button', { name: sayAdmin('sv', 'desk.number.show') }).click()
    await page.getByText('121212-1212').waitFor()
    await page.getByText(sayAdmin('sv', 'desk.number.shown')).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('enters a signup by hand on a phone, with a mistake on the way', async () => {
    const expects = [/status of 400/] // what is wrong with a form is an answer, which the console calls an error
    const page = await openWindow(browser, web.url, { viewport: { width: 375, height: 800 }, expects })
    await signInByHand(page, officersEmail)
    await openAdmin(page, '/admin/collections/signups')
    await page.getByRole('link', { name: sayAdmin('sv', 'desk.enter') }).click()
    const save = page.getByRole('button', { name: sayAdmin('sv', 'desk.enter.submit') })
    await save.click()
    await page.getByText(sayAdmin('sv', 'desk.enter.errors')).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
    const { answers } = await createCompany(web.cms.url).fillsIn('sv')
    const written = [
      'organisationNumber',
      'contactName',
      'contactEmail',
      'employees',
      'streetAddress',
      'postalCode',
      'city',
    ]
    for (const name of written) await page.locator(`[id$="-${name}"]`).fill(String(answers[name]))
    await page.locator('[id$="-organisationName"]').fill('Handskriven AB')
    await page.locator('select[id$="-plan"]').selectOption({ index: 1 })
    for (const box of await page.locator('[id*="-consents."]').all()) await box.check()
    await save.click()
    await page.getByRole('heading', { name: 'Handskriven AB', level: 1 }).waitFor()
    await page.getByText(sayAdmin('sv', 'desk.history.entered')).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
  })
})

test('a communicator has no desk', async () => {
  const communicator = await hire(web.cms.url, boss, 'communicator')
  expect((await communicator.ask('GET', '/api/desk/counts')).status).toBe(403)
  const [account] = await boss.lists('users', 'where[role][equals]=communicator&limit=1')
  const page = await openWindow(browser, web.url, { expects: [/status of 404.*signups/] })
  await signInByHand(page, String(account?.['email']))
  expect(await page.locator('.desk-overview').count()).toBe(0)
  for (const path of ['/admin/collections/signups', '/admin/collections/signups/enter'])
    expect((await page.goto(path))?.status()).toBe(404)
})
