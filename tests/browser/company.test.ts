import type { Browser } from 'playwright-core'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApplicant } from '../support/applicant.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'

let web: Web
let browser: Browser
let mailbox: Mailbox
let officer: StaffMember
const sv = translateTo('sv')
const refused = [/status of 400/] // a refused form is an answer, which the browser's console calls an error
const away = [/status of 503/, /status of 502/, /ERR_/]

beforeAll(async () => {
  mailbox = await openMailbox()
  web = await startWeb({ SMTP_URL: mailbox.url })
  officer = await signIn(web.cms.url)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
  await mailbox.close()
})

const stored = (email: string) =>
  officer.lists('signups', `where[contactEmail][equals]=${encodeURIComponent(email)}&limit=10`)

describe('a company signs up', () => {
  test('in Swedish, with mistakes on the way, and is told by each field what to do', async () => {
    const page = await openWindow(browser, web.url, { expects: refused })
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    const title = await page.title()
    await applicant.submits()

    // The summary comes first, has the focus, and each line of it leads to its field.
    await page.getByText(sv('signup.form.errors.heading')).waitFor()
    expect(await page.title()).toBe(`${sv('signup.form.error-prefix')} ${title}`)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(sv('signup.form.errors.heading'))
    const summary = page.getByRole('main').getByRole('link', { name: sv('signup.error.required.organisationNumber') })
    await summary.click()
    const number = page.getByLabel(applicant.label('organisationNumber')).first()
    expect(await number.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await number.getAttribute('aria-invalid')).toBe('true')

    await applicant.fillsInEverything()
    await applicant.writes('organisationNumber', '556026-9987')
    await applicant.writes('contactEmail', 'åsa.example.com')
    await applicant.submits()
    await page.getByText(sv('signup.error.not-an-organisation-number')).first().waitFor()
    await page.getByText(sv('signup.error.not-an-email')).first().waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    expect(await stored(applicant.email)).toEqual([])

    await applicant.writes('organisationNumber', '556026-9986')
    await applicant.writes('contactEmail', applicant.email)
    await applicant.submits()
    const reference = await applicant.seesReference()
    expect(await page.getByRole('main').innerText()).toContain(applicant.form.receiptHeading)
    expect(await stored(applicant.email)).toEqual([expect.objectContaining({ reference, language: 'sv' })])
    expect((await mailbox.mailTo(applicant.email)).subject).toContain(reference)
  })

  test('in English, with the keyboard, and the mail is English', async () => {
    const page = await openWindow(browser, web.url, { locale: 'en-GB' })
    const applicant = await createApplicant(web, page, 'en')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await page.locator('form[action="/api/signup"] [type="submit"]').last().focus()
    await page.keyboard.press('Enter')
    const reference = await applicant.seesReference()
    const mail = await mailbox.mailTo(applicant.email)
    expect(mail.subject).toContain(reference)
    expect(mail.text).toMatch(/Thank you/)
    expect(await stored(applicant.email)).toHaveLength(1)
  })

  test('without JavaScript: the errors come back with the answers kept, and then the receipt', async () => {
    const page = await openWindow(browser, web.url, { javaScriptEnabled: false, expects: refused })
    const applicant = await createApplicant(web, page, 'sv')
    await page.goto(applicant.path)
    await applicant.fillsInEverything()
    await applicant.writes('organisationNumber', '556026-9987')
    await applicant.submits()
    await page.getByText(sv('signup.error.not-an-organisation-number')).first().waitFor()
    expect(await page.title()).toMatch(new RegExp(`^${sv('signup.form.error-prefix')}`))
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    expect(await applicant.reads('organisationNumber')).toBe('556026-9987')
    expect(await stored(applicant.email)).toEqual([])

    await applicant.writes('organisationNumber', '556026-9986')
    await applicant.submits()
    const reference = await applicant.seesReference()
    expect(await stored(applicant.email)).toEqual([expect.objectContaining({ reference })])
  })

  test('and loses nothing by reloading the page in the middle', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await page.reload()
    await page.waitForLoadState('networkidle')
    await page.getByText(sv('signup.form.restored')).waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    expect(await applicant.reads('contactEmail')).toBe(applicant.email)
    await applicant.writes('organisationNumber', '556026-9986') // a number that may be a person's is not kept
    await applicant.submits()
    await applicant.seesReference()
    await page.goto(applicant.path)
    await page.waitForLoadState('networkidle')
    expect(await applicant.reads('organisationName')).toBe('')
  })

  test('and a double click is one signup', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await page.locator('form[action="/api/signup"] [type="submit"]').last().dblclick()
    await applicant.seesReference()
    expect(await stored(applicant.email)).toHaveLength(1)
  })

  test('while the CMS is away: is told so, keeps every answer, and is taken when it is back', async () => {
    const page = await openWindow(browser, web.url, { expects: away })
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await web.cms.process().kill()
    await applicant.submits()
    const [waiting = ''] = sv('signup.sending.waiting', { seconds: '' }).split('.')
    await page.getByText(waiting).first().waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    await web.cms.restart()
    const reference = await applicant.seesReference(40)
    expect(await stored(applicant.email)).toEqual([expect.objectContaining({ reference })])
  })

  test('without JavaScript while the CMS is away: the form comes back with the answers and says so', async () => {
    const page = await openWindow(browser, web.url, { javaScriptEnabled: false, expects: away })
    const applicant = await createApplicant(web, page, 'sv')
    await page.goto(applicant.path)
    await applicant.fillsInEverything()
    await web.cms.process().kill()
    await applicant.submits()
    await page.getByText(sv('signup.error.busy')).first().waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    await web.cms.restart()
    await applicant.submits()
    await applicant.seesReference()
    expect(await stored(applicant.email)).toHaveLength(1)
  })
})
