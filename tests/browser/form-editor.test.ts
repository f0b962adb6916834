import type { Browser } from 'playwright-core'
import { sayAdmin } from 'shared/translations/admin'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAdmin, signInByHand } from '../support/admin.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { freePort } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let browser: Browser
let staff: StaffMember

beforeAll(async () => {
  const url = `http://localhost:${await freePort()}`
  cms = await startCms({ settings: { CMS_URL: url, SITE_URL: url } })
  browser = await openBrowser()
  staff = await signIn(cms.url)
})
afterAll(async () => {
  await browser.close()
  await cms.end()
})

const say = (key: Parameters<typeof sayAdmin>[1], values?: Parameters<typeof sayAdmin>[2]) =>
  sayAdmin('sv', key, values)

test('a form in which an answer decides what is shown is put together without knowing a key', async () => {
  const field = (name: string) => ({ blockType: 'field', name, required: true })
  const { id } = await staff.creates('signup-forms', 'sv', {
    title: 'Bli partner',
    receiptHeading: 'Tack!',
    items: [
      ...['organisationNumber', 'organisationName', 'contactName', 'contactEmail'].map(field),
      { blockType: 'question', key: 'exports', type: 'yesNo', label: 'Exporterar ni?' },
      { blockType: 'field', name: 'website' },
    ],
  })
  const page = await openWindow(browser, cms.url)
  await signInByHand(page)
  await openAdmin(page, `/admin/collections/signup-forms/${id}?locale=sv`)

  // Closed rows tell what they are.
  const row = (place: number) => page.locator(`#items-row-${place}`)
  await row(0).getByText('1. Fält: Organisationsnummer (måste besvaras)').waitFor()
  await row(4).getByText('5. Egen fråga: Exporterar ni?').waitFor()

  const closed = row(5).locator('.collapsible__toggle--collapsed').first()
  const opens = async () => {
    if (await closed.isVisible()) await closed.click()
    return row(5).getByText(say('signupForms.showWhen.name'), { exact: true }).first().isVisible()
  }
  await expect.poll(opens, { timeout: 20_000 }).toBe(true)
  const choose = async (label: string, option: string) => {
    const control = row(5)
      .locator('.field-type', { has: page.getByText(label, { exact: true }) })
      .last()
    await control.locator('.rs__control').click()
    await page.locator('.rs__option', { hasText: option }).first().click()
  }
  const saved = page.waitForResponse((response) => /autosave=true/.test(response.url()) && response.ok())
  await choose(say('signupForms.showWhen.name'), 'Exporterar ni?')
  await choose(say('signupForms.showWhen.is'), 'Ja')
  await saved
  await expect
    .poll(async () => {
      const { items } = await staff.reads('signup-forms', id, 'sv')
      return Array.isArray(items) ? items.at(-1) : undefined
    })
    .toMatchObject({ name: 'website', showWhen: { name: 'exports', is: ['yes'] } })
  await row(5).getByText('6. Fält: Webbplats (visas ibland)').waitFor()
  if (process.env['FORM_EDITOR_PICTURE'])
    await page.screenshot({ path: process.env['FORM_EDITOR_PICTURE'], fullPage: true })

  await page.locator('#action-save').click()
  await expect
    .poll(async () => (await staff.lists('signup-forms', `where[id][equals]=${id}&locale=sv`)).at(0)?.['_status'])
    .toBe('published')
})

test('a form that cannot work says why where it is edited, and the last words are saved', async () => {
  const { id } = await staff.creates('signup-forms', 'sv', {
    title: 'Utan svar',
    receiptHeading: 'Tack!',
    items: ['organisationNumber', 'organisationName', 'contactName'].map((name) => ({
      blockType: 'field',
      name,
      required: true,
    })),
  })
  const page = await openWindow(browser, cms.url, { expects: [/400/] })
  await signInByHand(page)
  await openAdmin(page, `/admin/collections/signup-forms/${id}?locale=sv`)
  await page.locator('#items-row-0').waitFor()
  await page.locator('#field-title').fill('Fortfarande utan svar')
  await page.locator('#action-save').click()
  await page
    .getByText(say('refusal.form.field-missing', { field: 'E-postadress' }))
    .first()
    .waitFor()
  expect(await staff.reads('signup-forms', id, 'sv')).toMatchObject({
    _status: 'draft',
    title: 'Fortfarande utan svar',
  })
})
