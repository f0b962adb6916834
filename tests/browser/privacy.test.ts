import type { Browser, Page } from 'playwright-core'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAdmin, signInByHand } from '../support/admin.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { createCompany } from '../support/company.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { signIn } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web
let browser: Browser
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  web = await startWeb({ SMTP_URL: mailbox.url })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
  await mailbox.close()
})

/** Keeps a picture of what is seen, for whoever wants to look. */
const picture = async (page: Page, name: string) => {
  const directory = process.env['PICTURES']
  if (directory) await page.screenshot({ path: `${directory}/${name}.png`, fullPage: true })
}

const linkIn = (text: string | undefined): string => {
  const link = /https?:\/\/\S+/.exec(text ?? '')?.[0]
  if (!link) throw new Error(`There is no link in:\n${text}`)
  return link
}

/** Signs up and confirms; gives the link to the page of its own. */
const signsUp = async (language: 'sv' | 'en'): Promise<{ email: string; link: string }> => {
  const company = createCompany(web.url, web.cms.url)
  const signup = await company.fillsIn(language)
  const email = String(signup.answers['contactEmail'])
  expect((await company.sends(signup)).status).toBe(201)
  const confirm = new URL(linkIn((await mailbox.mailTo(email)).text))
  await fetch(`${web.cms.url}/api/signup/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: confirm.searchParams.get('token') }),
  })
  return { email, link: linkIn((await mailbox.mailTo(email)).text) }
}

describe.each([
  ['sv', false],
  ['en', true],
] as const)('the page of one’s own, in %s', (language, javaScriptEnabled) => {
  test('is opened from the letter, put right, taken out and taken back', async () => {
    const t = translateTo(language)
    const { email, link } = await signsUp(language)
    const page = await openWindow(browser, web.url, {
      javaScriptEnabled,
      viewport: { width: 390, height: 800 },
      expects: [/status of 4\d\d/], // a form that is refused is shown again
    })
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: t('personal.title') }).waitFor()
    await picture(page, `personal-${language}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

    await page.getByLabel(t('signup.field.contactPhone.label')).fill('112')
    await page.getByRole('button', { name: t('personal.correct.submit') }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: t('signup.error.not-a-phone-number') })
      .click()
    expect(
      await page.getByLabel(t('signup.field.contactPhone.label')).evaluate((field) => field.matches(':focus, :target')),
    ).toBe(true)
    expect(await page.title()).toMatch(new RegExp(`^${t('signup.form.error-prefix')}`))
    await picture(page, `personal-wrong-${language}`)
    await page.getByLabel(t('signup.field.contactPhone.label')).fill('070-174 06 99')
    await page.getByRole('button', { name: t('personal.correct.submit') }).click()
    await page.getByText(t('personal.told.correct')).waitFor()

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: t('personal.take-out.json') }).click()
    expect((await download).suggestedFilename()).toBe(`${t('personal.take-out.file')}.json`)

    await page
      .getByRole('button', { name: t('personal.consent.take-back') })
      .first()
      .click()
    await page.getByText(t('personal.told.consent')).waitFor()

    await page.getByRole('button', { name: t('personal.withdraw.submit') }).click()
    await page.getByText(t('personal.sure.missing')).waitFor()
    await page.getByLabel(t('personal.withdraw.sure')).check()
    await page.getByRole('button', { name: t('personal.withdraw.submit') }).click()
    await page.getByText(t('personal.told.withdraw')).waitFor()
    expect((await mailbox.mailTo(email)).text).toBeTruthy()
  })

  test('can be asked for again', async () => {
    const t = translateTo(language)
    const { email } = await signsUp(language)
    const page = await openWindow(browser, web.url, { javaScriptEnabled })
    await page.goto(language === 'sv' ? '/sv/min-ansokan/' : '/en/my-application/')
    await picture(page, `personal-ask-${language}`)
    await page.getByLabel(t('personal.link.email')).fill(email)
    await page.getByRole('button', { name: t('personal.link.submit') }).click()
    await page.getByText(t('personal.told.link')).waitFor()
    await page.goto(linkIn((await mailbox.mailTo(email)).text))
    await page.getByRole('heading', { name: t('personal.heading.kept'), exact: true }).waitFor()
    expect(await page.getByRole('heading', { name: t('personal.heading.withdraw') }).count()).toBe(1)
  })
})

test('an officer finds a person who asks, takes out a copy, and erases them, also from what was published before', async () => {
  const { email } = await signsUp('sv')
  const officer = await signIn(web.cms.url)
  await officer.creates('members', 'sv', {
    organisationName: 'Enmansverkstaden',
    organisationNumber: '811228-9874', // a sole trader's: the company is the person
    listed: true,
    contacts: [{ name: 'Siv Ek', email, isMain: true }],
  })
  const visitor = createVisitor(web.url)
  await visitor.sees('/sv/vara-medlemmar/', 'Enmansverkstaden')
  const page = await openWindow(browser, web.url)
  await signInByHand(page)
  await openAdmin(page, '/admin/globals/privacy-settings')
  await page.getByLabel('E-postadress').fill(email)
  await page.getByLabel('Namn eller telefonnummer att också leta efter').fill('Siv Ek')
  await page.getByRole('button', { name: 'Leta överallt' }).click()
  await page.getByText('Här finns personen').waitFor()
  await picture(page, 'privacy-found')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hämta en kopia' }).click()
  expect((await download).suggestedFilename()).toContain(email)
  await page.getByRole('button', { name: 'Radera personen' }).click()
  await page.getByRole('button', { name: 'Radera personen' }).last().click()
  await page.getByText('Personen är raderad.').waitFor()
  await page.getByText('Inget finns kvar.').waitFor()
  await picture(page, 'privacy-erased')
  await openAdmin(page, '/admin')
  await page.getByText(/En person raderades: \d+ tidigare utgåv(a|or) togs bort/).waitFor()
  await picture(page, 'privacy-dashboard')
  expect((await visitor.opens('/sv/vara-medlemmar/')).text).not.toContain('Enmansverkstaden')
  expect(await officer.lists('signups', `where[contactEmail][equals]=${encodeURIComponent(email)}`)).toEqual([])
})

test('an officer writes a fee in kronor and sees what a company would pay', async () => {
  const officer = await signIn(web.cms.url)
  const [plan] = await officer.lists('plans', 'where[slug][equals]=public')
  const page = await openWindow(browser, web.url)
  await signInByHand(page)
  await openAdmin(page, `/admin/collections/plans/${plan?.id}`)
  const perUnit = page.getByLabel('Belopp per anställd och år').first()
  await perUnit.waitFor()
  expect(await perUnit.inputValue()).toBe('15')
  await perUnit.fill('1 000,50')
  await perUnit.blur()
  const example = page.locator('.fee-example').first()
  await example.getByLabel('Antal anställda').fill('10')
  await example.getByLabel('Går med').fill('2026-02-01')
  // 10 005 kr, of which 60 % is for services with 25 % VAT
  await example.getByText(/11\s505,75\s*kr/).waitFor()
  await picture(page, 'plans')
  await page.locator('#action-save').click()
  await page
    .getByText(/har uppdaterats|uppdaterad/i)
    .first()
    .waitFor()
  const saved = await officer.reads('plans', String(plan?.id), 'sv')
  expect(saved).toMatchObject({ feeTables: [expect.objectContaining({ perUnit: 100_050 })] })
})
