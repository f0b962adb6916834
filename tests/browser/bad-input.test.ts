// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Language } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeOn } from '../support/axe.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { problemsOfHtml } from '../support/html-rules.ts'
import { cutOff, tooSmallToHit } from '../support/page-checks.ts'
import { related, richText } from '../support/rich-text.ts'
import { waitFor } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

const sv = translateTo('sv')
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

const compound = 'Skogsindustriproduktionsutvecklingsrådet'
const address = `https://exempel.example/${'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(8)}`
const sentence = `${compound} samlar företag, forskare och kommuner som vill att mer av det som växer ska bli till något.`
const longTitle = sentence.repeat(2).slice(0, 200)
const windows = [320, 768, 1280, 1920].map((width) => ({ width, height: 800 }))

const publishes = async (language: Language, page: { title: string; slug: string } & Record<string, unknown>) => {
  await editor.creates('pages', language, page, 'published')
  const path = `/${language}/${page.slug}/`
  await createVisitor(web.url).meets(path, 200)
  return path
}

/** Each field of each block, filled with the same. */
const everywhere = async (words: string) => {
  const { id: contact } = await editor.creates(
    'contacts',
    'sv',
    {
      name: words,
      jobTitle: words,
      areasOfWork: [words],
      email: `${'lang'.repeat(15)}@exempel.example`,
      phone: '+46 (0)70-174 06 05, anknytning 12345',
    },
    'published',
  )
  const link = { kind: 'address', address, label: `${words} ${words}` }
  const fact = { figure: words, text: words, period: words, source: words, sourceAddress: address }
  return [
    { blockType: 'text', heading: words, body: richText(words) },
    { blockType: 'factBox', title: words, facts: [fact, { text: words }, fact] },
    { blockType: 'quote', text: words, attribution: words, role: words, source: words, sourceAddress: address },
    { blockType: 'contactCard', heading: words, invitation: words, contacts: [related(contact)] },
    { blockType: 'callToAction', heading: words, text: words, link },
    { blockType: 'questions', heading: words, questions: [{ question: words, answer: richText(words) }] },
    { blockType: 'hero', lineOne: words, lineTwo: words, link: { kind: 'address', address } },
  ]
}

test.each([
  ['a compound of 40 letters', 'sammansatt', compound],
  ['an address of 300 letters', 'adress', address],
])('%s in every field is broken where it must be, and never runs out of the window', async (_what, slug, words) => {
  const path = await publishes('sv', { title: words, slug, introduction: words, blocks: await everywhere(words) })
  const page = await openWindow(browser, web.url)
  await page.goto(path)
  const found: string[] = []
  for (const viewport of windows) {
    await page.setViewportSize(viewport)
    const problems = [...(await cutOff(page)), ...(await tooSmallToHit(page))]
    found.push(...problems.map((problem) => `${viewport.width}: ${problem}`))
  }
  expect(found).toEqual([])
  expect((await (await axeOn(page)).analyze()).violations).toEqual([])
})

/** Which of these the call to action lies over. */
const coveredByAction = () => {
  const action = document.querySelector('.hero-action')?.getBoundingClientRect()
  const parts = [...document.querySelectorAll('.site-header, .breadcrumbs li, h1')]
  return parts.filter((part) => {
    const words = document.createRange()
    words.selectNodeContents(part)
    return [...words.getClientRects()].some(
      ({ left, right, top, bottom }) =>
        action && left < action.right && right > action.left && top < action.bottom && bottom > action.top,
    )
  }).length
}

test('over the picture a call to action of many lines covers neither the header nor the title, which is told in full once', async () => {
  const [picture] = await editor.lists('media', 'where[width][greater_than]=1500&limit=1')
  const about = await editor.lists('pages', `locale=sv&where[slug][equals]=om-oss`)
  const hero = { image: related(picture?.id ?? ''), lineOne: sentence, lineTwo: sentence }
  await editor.creates(
    'pages',
    'sv',
    { title: longTitle, slug: 'lang-rubrik', parent: related(about[0]?.id ?? ''), hero },
    'published',
  )
  const path = '/sv/om-oss/lang-rubrik/'
  await createVisitor(web.url).meets(path, 200)
  const page = await openWindow(browser, web.url)
  await page.goto(path)
  for (const viewport of windows) {
    await page.setViewportSize(viewport)
    expect(await page.evaluate(coveredByAction), `${viewport.width}`).toBe(0)
    expect(await cutOff(page), `${viewport.width}`).toEqual([])
  }
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(longTitle)
  expect((await page.locator('.breadcrumbs [aria-current]').innerText()).length).toBeLessThanOrEqual(61)
})

test('what is explained or listed twice on a page has one address', async () => {
  const [term] = await editor.lists('glossary-terms')
  const block = { blockType: 'term', term: related(term?.id ?? '') }
  const list = { blockType: 'memberList' }
  const path = await publishes('sv', { title: 'Två gånger', slug: 'tva-ganger', blocks: [block, list, block, list] })
  expect(await problemsOfHtml((await createVisitor(web.url).opens(path)).html)).toEqual([])
})

test('a picture is shown no larger than it is, and no higher than the window', async () => {
  const uploaded = z.object({ doc: z.object({ id: z.union([z.string(), z.number()]) }) })
  const drawn = async (width: number, height: number) => {
    const form = new FormData()
    const bytes = await sharp({ create: { width, height, channels: 3, background: '#557755' } })
      .png()
      .toBuffer()
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `bild-${width}.png`)
    form.set('_payload', JSON.stringify({ alt: 'En yta' }))
    return uploaded.parse((await editor.ask('POST', '/api/media?locale=sv&depth=0', form)).body).doc.id
  }
  const blocks = [await drawn(60, 40), await drawn(500, 3000)].map((image) => ({ blockType: 'figure', image }))
  const path = await publishes('sv', { title: 'Två bilder', slug: 'tva-bilder', blocks })
  const page = await openWindow(browser, web.url)
  await page.goto(path)
  const sizes = await page
    .locator('.block-figure img')
    .evaluateAll((images) => images.map((image) => [image.clientWidth, image.clientHeight]))
  expect(sizes[0]).toEqual([60, 40])
  expect(sizes[1]?.[1]).toBeLessThanOrEqual(900)
})

const sets = async (global: string, language: Language, data: object) => {
  const { status } = await editor.ask('POST', `/api/globals/${global}?locale=${language}&depth=0`, data)
  expect(status).toBe(200)
}

/** Opens a page again and again until it is as it should be. */
const until = (page: Page, what: string, isIt: () => Promise<boolean>) =>
  waitFor(what, async () => {
    await page.goto('/sv/kontakt/')
    return (await isIt()) || undefined
  })

test('a menu that the header has no room for stands behind its button, and where there is none there is no button', async () => {
  const page = await openWindow(browser, web.url)
  const button = page.getByRole('button', { name: sv('layout.menu.open') })
  const links = page.getByRole('navigation', { name: sv('layout.menu.label') }).getByRole('link')
  await page.goto('/sv/kontakt/')
  expect(await links.first().isVisible()).toBe(true)
  expect(await button.isVisible()).toBe(false)

  const items = Array.from({ length: 12 }, (_, place) => ({
    link: { kind: 'address', address: '/sv/', label: place === 6 ? compound : `Projekt och rapporter ${place}` },
  }))
  await sets('menus', 'sv', { main: items })
  await until(page, 'the long menu', () => button.isVisible())
  expect(await links.first().isVisible()).toBe(false)
  await button.click()
  expect(await links.count()).toBe(12)
  expect(await cutOff(page)).toEqual([])

  await sets('menus', 'sv', { main: [] })
  await page.setViewportSize({ width: 320, height: 640 })
  await until(page, 'the header without a menu', async () => (await button.count()) === 0)
  expect(await page.locator('.main-menu').count()).toBe(0)
})

test('a white logo stands on a dark ground', async () => {
  const form = new FormData()
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><circle cx="45" cy="45" r="40" fill="#fff"/></svg>'
  const bytes = await sharp(Buffer.from(drawing)).png().toBuffer()
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'vit-logotyp.png')
  form.set('_payload', JSON.stringify({ alt: 'En vit ring' }))
  const { body } = await editor.ask('POST', '/api/media?locale=sv&depth=0', form)
  await sets('site-settings', 'sv', { logo: z.object({ doc: z.object({ id: z.unknown() }) }).parse(body).doc.id })
  const page = await openWindow(browser, web.url, { colorScheme: 'light' })
  const logo = page.locator('.site-header .logo')
  await until(page, 'the new logo', async () => ((await logo.getAttribute('src')) ?? '').includes('vit-logotyp'))
  const ground = await logo.evaluate((image) => getComputedStyle(image).backgroundColor)
  const [red = 255, green = 255, blue = 255, alpha = 1] = (ground.match(/[\d.]+/g) ?? []).map(Number)
  expect(Math.max(red, green, blue)).toBeLessThan(80)
  expect(alpha).toBe(1)
})
