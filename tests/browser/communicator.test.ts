import type { Browser, Page } from 'playwright-core'
import { sayAdmin } from 'shared/translations/admin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAdmin, signInByHand } from '../support/admin.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { administrator } from '../support/settings.ts'
import { hire, signIn } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web
let browser: Browser

beforeAll(async () => {
  web = await startWeb()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
})

/** Waits until Payload has saved what was typed by itself. */
const savedByItself = (page: Page) =>
  page.waitForResponse((response) => /autosave=true/.test(response.url()) && response.ok(), { timeout: 30_000 })

const writesTitle = async (page: Page, title: string) => {
  const saved = savedByItself(page)
  await page.locator('#field-title').fill(title)
  await saved
}

const publishes = async (page: Page) => {
  await page.locator('#action-save').click()
  await page
    .getByText(/har uppdaterats|uppdaterad|publicerad|har publicerats/i)
    .first()
    .waitFor()
}

describe('in the admin, in Swedish', () => {
  test('a publisher edits a page in both languages, publishes each, and sees it live', async () => {
    const boss = await signIn(web.cms.url)
    await hire(web.cms.url, boss, 'publisher')
    const [publisher] = await boss.lists('users', 'where[role][equals]=publisher&limit=1')
    const { id } = await boss.creates('pages', 'sv', { title: 'Ny sida', slug: 'sida-for-redaktoren' }, 'draft')

    const page = await openWindow(browser, web.url)
    await signInByHand(page, String(publisher?.['email']))
    await openAdmin(page, `/admin/collections/pages/${id}?locale=sv`)
    await writesTitle(page, 'Så här arbetar vi')
    await publishes(page)
    const visitor = createVisitor(web.url)
    await visitor.sees('/sv/sida-for-redaktoren/', 'Så här arbetar vi')

    await openAdmin(page, `/admin/collections/pages/${id}?locale=en`)
    await writesTitle(page, 'How we work')
    await publishes(page)
    await visitor.sees('/en/how-we-work/', 'How we work')
    expect((await visitor.opens('/sv/sida-for-redaktoren/')).text).toContain('Så här arbetar vi')

    // The admin says itself that it is live, and where.
    await openAdmin(page, `/admin/collections/pages/${id}?locale=sv`)
    await page.locator('a[href$="/sv/sida-for-redaktoren/"]').waitFor()
    const [liveSince = ''] = sayAdmin('sv', 'publishingState.live', { time: '|' }).split('|')
    expect(await page.getByText(liveSince).count()).toBe(1)
  })

  test('a communicator writes, and is offered no way to publish', async () => {
    const boss = await signIn(web.cms.url)
    await hire(web.cms.url, boss, 'communicator')
    const [communicator] = await boss.lists('users', 'where[role][equals]=communicator&limit=1')
    const { id } = await boss.creates('pages', 'sv', { title: 'Utkast', slug: 'utkast-i-admin' }, 'draft')
    const page = await openWindow(browser, web.url, { expects: [/status of 404.*signups/] })
    await signInByHand(page, String(communicator?.['email']))
    await openAdmin(page, `/admin/collections/pages/${id}?locale=sv`)
    await writesTitle(page, 'Kommunikatörens utkast')
    expect(await boss.reads('pages', id, 'sv')).toMatchObject({ title: 'Kommunikatörens utkast' })
    expect((await createVisitor(web.url).opens('/sv/utkast-i-admin/')).status).toBe(404)
    expect((await openAdmin(page, '/admin/collections/signups'))?.status()).toBe(404)
  })

  test('a wrong password is refused in words', async () => {
    const page = await openWindow(browser, web.url, { expects: [/status of 401/] })
    await openAdmin(page, '/admin')
    await page.locator('#field-email').fill(administrator.email)
    await page.locator('#field-password').fill('not the password at all')
    await page.getByRole('button', { name: 'Logga in' }).click()
    await page
      .getByText(/felaktig/i)
      .first()
      .waitFor()
    expect(new URL(page.url()).pathname).toMatch(/login/)
  })

  test('an administrator is told what the accessibility statement lacks', async () => {
    const boss = await signIn(web.cms.url)
    const settings = '/api/globals/site-settings?locale=sv&depth=0'
    const { accessibility } = Object((await boss.ask('GET', settings)).body)
    const page = await openWindow(browser, web.url)
    await signInByHand(page)
    const opensTab = async () => {
      await openAdmin(page, '/admin/globals/site-settings?locale=sv')
      const name = sayAdmin('sv', 'siteSettings.tab.accessibility')
      await page.getByRole('button', { name, exact: true }).click() // the statement’s page has a button beside it, too
    }
    await opensTab()
    await page.getByText(sayAdmin('sv', 'accessibility.gaps.none')).waitFor()

    await boss.ask('POST', settings, { accessibility: { ...accessibility, assessedOn: null, shortcomings: [] } })
    await opensTab()
    const told = page.getByRole('region', { name: sayAdmin('sv', 'accessibility.gaps.heading') })
    await told.waitFor()
    expect(await told.getByRole('listitem').allInnerTexts()).toEqual([
      sayAdmin('sv', 'accessibility.gap.shortcomings'),
      sayAdmin('sv', 'accessibility.gap.assessedOn'),
    ])
  })
})
