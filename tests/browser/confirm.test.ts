import type { Browser } from 'playwright-core'
import { languages } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openWindow } from '../support/browser.ts'
import { createCompany } from '../support/company.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { startWeb, type Web } from '../support/start-web.ts'

let web: Web
let browser: Browser
let mailbox: Mailbox
const gone = [/status of 410/] // a link that cannot be used is an answer, which the browser's console calls an error

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

/** Where the letter to a company that has just signed up leads. */
const linkTo = async (language: 'sv' | 'en'): Promise<string> => {
  const company = createCompany(web.url, web.cms.url)
  const signup = await company.fillsIn(language)
  expect((await company.sends(signup)).status).toBe(201)
  const { text = '' } = await mailbox.mailTo(String(signup.answers['contactEmail']))
  return /^https?:\S+$/m.exec(text)?.[0] ?? `no link in: ${text}`
}

test.each(languages.flatMap((language) => [true, false].map((javaScriptEnabled) => ({ language, javaScriptEnabled }))))(
  'a company confirms with the button, and the link is used then: %o',
  async ({ language, javaScriptEnabled }) => {
    const t = translateTo(language)
    const page = await openWindow(browser, web.url, { javaScriptEnabled, expects: gone })
    const link = await linkTo(language)
    // Opening the link, as mail programs do on their own, confirms nothing.
    for (let opened = 0; opened < 2; opened += 1) {
      const answer = await page.goto(link)
      expect(answer?.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    }
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    await page.getByRole('button', { name: t('confirm.ask.button') }).click()
    await page.getByRole('heading', { name: t('confirm.confirmed.title') }).waitFor()

    await page.goto(link)
    await page.getByRole('button', { name: t('confirm.ask.button') }).click()
    await page.getByRole('heading', { name: t('confirm.void.title') }).waitFor()
    await page.getByRole('button', { name: t('confirm.again.button') }).click()
    await page.getByRole('heading', { name: t('confirm.sent.title') }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
  },
)

test('the CMS is away: the company is told so, and confirms when it is back', async () => {
  const t = translateTo('sv')
  const page = await openWindow(browser, web.url, { expects: [/status of 503/] })
  await page.goto(await linkTo('sv'))
  await web.cms.process().stop()
  await page.getByRole('button', { name: t('confirm.ask.button') }).click()
  await page.getByRole('heading', { name: t('confirm.away.title') }).waitFor()
  await web.cms.restart()
  await page.getByRole('button', { name: t('confirm.ask.button') }).click()
  await page.getByRole('heading', { name: t('confirm.confirmed.title') }).waitFor()
  expect(await page.getByRole('main').innerText()).toContain(t('confirm.confirmed.text'))
})

test('without a link, the page says where to find it', async () => {
  const t = translateTo('en')
  const page = await openWindow(browser, web.url)
  await page.goto('/en/confirm/')
  expect(await page.getByRole('main').innerText()).toContain(t('confirm.without-link.text'))
})
