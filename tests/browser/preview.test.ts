import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import type { Language } from 'shared/languages'
import { type PreviewLink, signPreviewLink } from 'shared/publishing/preview-link'
import { sayAdmin } from 'shared/translations/admin'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAdmin, signInByHand } from '../support/admin.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { siteKey } from '../support/settings.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'

let web: Web
let browser: Browser
let editor: StaffMember

beforeAll(async () => {
  web = await startWeb()
  browser = await openBrowser()
  editor = await signIn(web.cms.url)
})
afterAll(async () => {
  await browser.close()
  await web.end()
})

/** Opens a document in the admin with its preview beside it, and waits until the two are in touch. */
const opensBeside = async (page: Page, path: string): Promise<FrameLocator> => {
  await openAdmin(page, `/admin/collections/${path}`)
  const show = page.getByRole('button', { name: sayAdmin('sv', 'previewLink.show') })
  await show.or(page.getByRole('button', { name: sayAdmin('sv', 'previewLink.hide') })).waitFor()
  if (await show.isVisible()) await show.click()
  const frame = page.frameLocator('#live-preview-iframe')
  await frame.locator('html.is-beside-editor').waitFor()
  return frame
}

const pageInBothLanguages = async (name: string) => {
  const { id } = await editor.creates('pages', 'sv', { title: `${name} på svenska`, introduction: 'Ingress.' })
  await editor.savesDraft('pages', id, 'en', { title: `${name} in English`, introduction: 'Introduction.' })
  return id
}

/** Milliseconds from each key that is pressed in the title until the heading beside it says the same, the shortest first. */
const millisecondsPerLetter = async (page: Page, letters: string): Promise<number[]> => {
  await page.evaluate(() => {
    const measured: number[] = []
    const watch = ({ timeStamp }: KeyboardEvent) => {
      const look = () => {
        const title = document.querySelector<HTMLInputElement>('#field-title')?.value
        const frame = document.querySelector<HTMLIFrameElement>('#live-preview-iframe')
        const isShown = title === frame?.contentDocument?.querySelector('h1')?.textContent
        if (!isShown) return requestAnimationFrame(look)
        measured.push(performance.now() - timeStamp)
        document.documentElement.dataset['measured'] = JSON.stringify(measured)
      }
      requestAnimationFrame(look) // by then the letter is in the field
    }
    document.querySelector<HTMLElement>('#field-title')?.addEventListener('keypress', watch)
  })
  const measured = async (): Promise<number[]> =>
    JSON.parse((await page.locator('html').getAttribute('data-measured')) ?? '[]')
  await page.locator('#field-title').press('End')
  for (const [before, letter] of [...letters].entries()) {
    await page.keyboard.type(letter)
    await expect.poll(async () => (await measured()).length, { timeout: 10_000 }).toBeGreaterThan(before)
  }
  return (await measured()).toSorted((one, other) => one - other)
}

describe('beside the editor', () => {
  test.each<{ language: Language; width: number }>([
    { language: 'sv', width: 1280 },
    { language: 'en', width: 1600 },
  ])('what is typed in $language is shown within half a second', async ({ language, width }) => {
    const id = await pageInBothLanguages('Skriv här')
    const page = await openWindow(browser, web.url, { viewport: { width, height: 900 } })
    await signInByHand(page)
    const frame = await opensBeside(page, `pages/${id}?locale=${language}`)
    await frame.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
    const measured = await millisecondsPerLetter(page, 'abcdefghijklmno')
    expect(measured[Math.floor(measured.length / 2)]).toBeLessThanOrEqual(500)
    const title = await page.locator('#field-title').inputValue()
    expect(title).toContain('abcdefghijklmno')
    await expect.poll(async () => (await editor.reads('pages', id, language))['title'], { timeout: 15_000 }).toBe(title)
    expect(await frame.locator('h1').textContent()).toBe(title) // the save has not loaded it anew with something else
  })

  test('on the width of a phone, and the other language by the link in the page', async () => {
    const id = await pageInBothLanguages('Smalt')
    const page = await openWindow(browser, web.url, { viewport: { width: 1600, height: 900 } })
    await signInByHand(page)
    const frame = await opensBeside(page, `pages/${id}?locale=sv`)
    await page.locator('.live-preview-toolbar-controls__breakpoint button').first().click()
    await page.getByRole('button', { name: /Phone \(375\)/ }).click()
    await expect.poll(() => frame.locator('html').evaluate(() => window.innerWidth)).toBe(375)
    expect(await frame.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(375)
    await page.locator('#field-title').fill('Ändrat på svenska')
    await frame.getByRole('heading', { name: 'Ändrat på svenska' }).waitFor()
    await frame.getByRole('banner').getByRole('link', { name: 'English' }).click()
    await frame.getByRole('heading', { name: 'Smalt in English' }).waitFor()
    await page.locator('#field-title').fill('Ändrat igen')
    await page.waitForResponse((answer) => /autosave=true/.test(answer.url()) && answer.ok())
    expect(await frame.locator('h1').textContent()).toBe('Smalt in English')
  })

  test('a field that must be filled in is named, and the last good picture stays', async () => {
    const id = await pageInBothLanguages('Tomt')
    const page = await openWindow(browser, web.url, { expects: [/status of (422|400)/] })
    await signInByHand(page)
    const frame = await opensBeside(page, `pages/${id}?locale=sv`)
    await page.locator('#field-title').fill('')
    await frame.getByText(translateTo('sv')('preview.unfinished.note', { field: 'Rubrik' })).waitFor()
    expect(await frame.locator('h1').textContent()).toBe('Tomt på svenska')
    await page.locator('#field-title').fill('Ifyllt igen')
    await frame.getByRole('heading', { name: 'Ifyllt igen' }).waitFor()
    expect(await frame.locator('#preview-trouble').textContent()).toBe('')
  })

  test('drafts of other documents are shown only when that is asked for', async () => {
    const quote = await editor.creates('quotes', 'sv', { text: 'Ett citat som väntar.', attribution: 'Åsa Öberg' })
    const { id } = await editor.creates('pages', 'sv', {
      title: 'Med ett citat',
      blocks: [{ blockType: 'quote', quote: quote.id }],
    })
    const page = await openWindow(browser, web.url)
    await signInByHand(page)
    const frame = await opensBeside(page, `pages/${id}?locale=sv`)
    await frame.getByText(translateTo('sv')('preview.note.hidden_one', { count: 1 })).waitFor()
    expect(await frame.getByText('Ett citat som väntar.').count()).toBe(0)
    await page.getByLabel(sayAdmin('sv', 'previewLink.drafts')).check()
    await frame.getByText('Ett citat som väntar.').waitFor()
    await page.locator('#field-title').fill('Med ett citat, och en ny rubrik')
    await frame.getByRole('heading', { name: 'och en ny rubrik' }).waitFor()
    await page.waitForResponse((answer) => /autosave=true/.test(answer.url()) && answer.ok())
    expect(await frame.getByText('Ett citat som väntar.').count()).toBe(1) // a save does not take the wish back
    await page.getByLabel(sayAdmin('sv', 'previewLink.drafts')).uncheck()
    await frame.getByText(translateTo('sv')('preview.note.hidden_one', { count: 1 })).waitFor()
  })

  test('a form is seen and cannot be sent, and a quote is seen on a page', async () => {
    const [form] = await editor.lists('signup-forms', 'limit=1')
    const page = await openWindow(browser, web.url)
    await signInByHand(page)
    const frame = await opensBeside(page, `signup-forms/${form?.id}?locale=sv`)
    const before = (await editor.lists('signups')).length
    await frame.locator('form[action="/api/signup"] [type="submit"]').last().click()
    await frame.getByText(translateTo('sv')('preview.form.not-sent')).waitFor()
    expect((await editor.lists('signups')).length).toBe(before)
    await page.locator('#field-introduction').fill('Fyll i för er organisation.')
    await frame.getByText('Fyll i för er organisation.').waitFor()
    expect(await frame.getByText(translateTo('sv')('preview.form.not-sent')).isVisible()).toBe(true) // until something else is told

    const quote = await editor.creates('quotes', 'sv', { text: 'Sagt.', attribution: 'Åsa Öberg' })
    const quoted = await opensBeside(page, `quotes/${quote.id}?locale=sv`)
    await page.locator('#field-text').fill('Sagt på ett annat sätt.')
    await quoted.getByText('Sagt på ett annat sätt.').waitFor()
  })
})

describe('a link for a colleague', () => {
  test('is copied in the sidebar, works without an account, and says until when', async () => {
    const id = await pageInBothLanguages('Titta på det här')
    const page = await openWindow(browser, web.url)
    await signInByHand(page)
    await openAdmin(page, `/admin/collections/pages/${id}?locale=en`)
    await page.getByRole('button', { name: sayAdmin('sv', 'previewLink.copy') }).click()
    const address = await page.getByLabel(sayAdmin('sv', 'previewLink.address')).inputValue()
    const [works = ''] = sayAdmin('sv', 'previewLink.copied', { time: '|' }).split('|')
    const [byHand = ''] = sayAdmin('sv', 'previewLink.copyByHand', { time: '|' }).split('|')
    expect(await page.getByText(works).or(page.getByText(byHand)).count()).toBe(1)

    const colleague = await openWindow(browser, web.url, { viewport: { width: 390, height: 800 } })
    await colleague.goto(address)
    await colleague.getByRole('heading', { name: 'Titta på det här in English' }).waitFor()
    expect(await colleague.locator('.preview-until').textContent()).toMatch(/works until .*\d{4}/)
    expect(await colleague.context().cookies()).toEqual([])
    expect(
      (await new AxeBuilder({ page: colleague }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations,
    ).toEqual([])
    await colleague.locator('.preview-bar').getByRole('link', { name: 'Visa på svenska' }).click()
    await colleague.getByRole('heading', { name: 'Titta på det här på svenska' }).waitFor()
    expect(
      await colleague.locator('.site-header .site-name').evaluate(() => document.querySelector('base')?.target),
    ).toBe('_blank')
  })

  test('says in words that it has expired', async () => {
    const id = await pageInBothLanguages('För sent')
    const link: PreviewLink = {
      collection: 'pages',
      id,
      language: 'sv',
      drafts: false,
      expiresAt: new Date(Date.now() - 1000).toISOString(),
    }
    const colleague = await openWindow(browser, web.url, { expects: [/status of 410/] })
    const answer = await colleague.goto(`/preview/?token=${await signPreviewLink(link, siteKey)}`)
    expect(answer?.status()).toBe(410)
    await colleague.getByRole('heading', { name: translateTo('sv')('front.preview-expired.heading') }).waitFor()
    await colleague.getByRole('heading', { name: translateTo('en')('front.preview-expired.heading') }).waitFor()
  })
})
