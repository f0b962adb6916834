import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAdmin, signInByHand } from '../support/admin.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { hire, signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'

let web: Web
let browser: Browser
let boss: StaffMember
let officerEmail: string

beforeAll(async () => {
  web = await startWeb()
  browser = await openBrowser()
  boss = await signIn(web.cms.url)
  await hire(web.cms.url, boss, 'membershipOfficer')
  const [officer] = await boss.lists('users', 'where[role][equals]=membershipOfficer&limit=1')
  officerEmail = String(officer?.['email'])
})
afterAll(async () => {
  await browser.close()
  await web.end()
})

test('an officer takes the register out, reads a list in, and sees who it was in a member’s history', async () => {
  const page = await openWindow(browser, web.url)
  await signInByHand(page, officerEmail)
  await openAdmin(page, '/admin/collections/members')

  await page.getByText('Exportera, skriv ut eller se registret en viss dag').click()
  await page.getByLabel('Som det var den').fill('2022-01-01')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Ladda ner för Excel' }).click()
  expect((await download).suggestedFilename()).toBe('medlemsregister-2022-01-01.xlsx')

  await page.getByText('Importera en lista').click()
  const list = 'Namn;Orgnr;Ort\nInläst i webbläsaren AB;556026-9986;Rönnfors\nTrasig AB;123;Lidbruk\n'
  await page.getByLabel('Fil', { exact: true }).setInputFiles({
    name: 'medlemmar-2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  })
  await page.getByRole('button', { name: 'Kontrollera filen' }).click()
  await page.getByText('Rader i listan: 2. Nya medlemmar: 1.').waitFor()
  await page.getByText('”123” är inget organisationsnummer').waitFor()
  expect(await boss.lists('members', 'where[organisationName][like]=webbläsaren&limit=5')).toEqual([])
  await page.getByRole('button', { name: 'Importera en rad' }).click()
  await page.getByText('Klart. Sparade rader: 1.').waitFor()
  const [member] = await boss.lists('members', 'where[organisationName][like]=webbläsaren&limit=5')

  await openAdmin(page, `/admin/collections/members/${member?.id}`)
  await page.getByRole('heading', { name: 'Historik' }).waitFor()
  await page.getByText('enligt medlemmar-2026.csv').waitFor()
  await page.locator('#field-organisationName').fill('Nytt namn i webbläsaren AB')
  await page.locator('#action-save').click()
  await page.getByText('Organisationens namn: Inläst i webbläsaren AB → Nytt namn i webbläsaren AB').waitFor()
})

test('a visitor chooses among the members with the keyboard, and reads a page of one', async () => {
  const page = await openWindow(browser, web.url, { javaScriptEnabled: false })
  await page.goto('/sv/vara-medlemmar/')
  const shown = () => page.locator('.member:visible').count()
  const all = await shown()
  await page.getByRole('radio', { name: 'Alla' }).focus()
  await page.getByRole('radio', { name: /^Energi/ }).check()
  expect(await shown()).toBe(1)
  await page.getByRole('radio', { name: 'Alla' }).check()
  expect(await shown()).toBe(all)
  await page.getByRole('link', { name: 'Rönnfors Kartong AB' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rönnfors Kartong AB' }).waitFor()
  await page.getByRole('link', { name: 'Alla medlemmar' }).click()
  await page.waitForURL('**/sv/vara-medlemmar/')
})
