import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Browser } from 'playwright-core'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { createApplicant } from '../support/applicant.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { crawl } from '../support/crawler.ts'
import { pageKinds } from '../support/page-kinds.ts'
import { signIn } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web
let browser: Browser
const sv = translateTo('sv')
const en = translateTo('en')

beforeAll(async () => {
  web = await startWeb()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
})

describe('a visitor', () => {
  test('comes to the start page, follows the menu and finds the way back', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/')
    expect(new URL(page.url()).pathname).toBe('/sv/')
    expect(await page.locator('h1').count()).toBe(1)
    const menu = page.getByRole('navigation', { name: sv('layout.menu.label') })
    const entry = menu.getByRole('link').last()
    const name = await entry.innerText()
    await entry.click()
    expect(await page.locator('h1').innerText()).toBeTruthy()
    const breadcrumbs = page.getByRole('navigation', { name: sv('layout.breadcrumbs.label') })
    expect(await breadcrumbs.innerText()).toContain(name)
    await breadcrumbs.getByRole('link').first().click()
    expect(new URL(page.url()).pathname).toBe('/sv/')
  })

  test('switches language on every page and comes to the same page, and back', async () => {
    const page = await openWindow(browser, web.url)
    const paths = (await createVisitor(web.url).sitemap()).filter((path) => path.startsWith('/sv/'))
    const untranslated: string[] = []
    for (const path of paths) {
      await page.goto(path)
      const translation = await page.locator('link[rel="alternate"][hreflang="en"]').count()
      const toEnglish = page.locator('header').getByRole('link', { name: 'English' })
      expect(await toEnglish.getAttribute('lang'), path).toBe('en')
      await toEnglish.click()
      expect(await page.locator('html').getAttribute('lang'), path).toBe('en')
      expect(new URL(page.url()).pathname, path).toMatch(/^\/en\//)
      await page.locator('header').getByRole('link', { name: 'Svenska' }).click()
      const back = new URL(page.url()).pathname
      if (translation === 0) untranslated.push(path)
      expect(translation === 0 || back === path, `${path} leads back to ${back}`).toBe(true)
    }
    expect(paths.length - untranslated.length).toBeGreaterThan(5)
  })

  test('switches language in the middle of the form and keeps what is written, without JavaScript too; Enter sends', async () => {
    const page = await openWindow(browser, web.url, { javaScriptEnabled: false })
    const applicant = await createApplicant(web, page, 'sv')
    await page.goto(applicant.path)
    await applicant.fillsInEverything()
    await page.locator('header').getByRole('button', { name: 'English' }).click()
    await page.getByText(en('signup.form.restored')).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(new URL(page.url()).search).toBe('')
    expect(await applicant.reads('contactEmail')).toBe(applicant.email)
    await page.locator('header').getByRole('button', { name: 'Svenska' }).click()
    await page.getByText(sv('signup.form.restored')).waitFor()
    await page.locator('[name="organisationName"]').press('Enter')
    await applicant.seesReference()
  })

  test('is told of a page that is in one language only, and led to the nearest that is in the other', async () => {
    const boss = await signIn(web.cms.url)
    await boss.creates(
      'pages',
      'sv',
      { title: 'Bara på svenska', slug: 'bara-pa-svenska', introduction: 'Den här sidan har ingen översatt än.' },
      'published',
    )
    await createVisitor(web.url).sees('/sv/bara-pa-svenska/', 'Bara på svenska')
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/bara-pa-svenska/')
    expect(await page.locator('body').innerText()).toContain(en('layout.language.missing'))
    await page.locator('header').getByRole('link', { name: 'English' }).click()
    expect(new URL(page.url()).pathname).toMatch(/^\/en\//)
    expect(await page.locator('h1').count()).toBe(1)
  })

  test('opens the search, finds a page and goes there', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/')
    await page
      .getByRole('button', { name: sv('layout.search.open') })
      .first()
      .click()
    const field = page.getByRole('searchbox', { name: sv('layout.search.label') })
    await field.fill('medlem')
    await field.press('Enter')
    const results = page.getByRole('main').getByRole('link', { name: /medlem/i })
    await results.first().waitFor()
    await results.first().click()
    expect(await page.getByRole('main').innerText()).toMatch(/medlem/i)
  })

  test('searches while typing, without leaving the page: nothing is fetched before, and Escape closes', async () => {
    const page = await openWindow(browser, web.url)
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    await page.goto('/sv/')
    await page.waitForLoadState('networkidle')
    expect(fetched.filter((path) => path.startsWith('/search/') || path.includes('search-'))).toEqual([])
    const open = page.getByRole('button', { name: sv('layout.search.open') }).first()
    await open.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('medlemmarna')
    const panel = page.locator('#search-panel')
    await panel.getByRole('listitem').first().waitFor()
    await panel.getByRole('status').filter({ hasText: 'medlemmarna' }).waitFor()
    expect(await panel.locator('mark').first().innerText()).toMatch(/medlem/i)
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab')
    expect(
      await panel
        .locator('.search-result a')
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: sv('layout.search.close') }).click()
    await panel.waitFor({ state: 'hidden' })
    expect(new URL(page.url()).pathname).toBe('/sv/')
  })

  test('finds a compound by its second half, and a word that is misspelt, and is told of that', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/sok/?q=initiativ')
    await page.getByRole('main').locator('mark', { hasText: 'klusterinitiativ' }).first().waitFor()
    await page
      .getByRole('searchbox', { name: sv('layout.search.label') })
      .last()
      .fill('medlmeskap')
    await page.getByText('Inget stavas precis som ”medlmeskap”.').waitFor()
    expect(await page.getByRole('main').locator('mark').first().innerText()).toMatch(/medlem/i)
    expect(new URL(page.url()).searchParams.get('q')).toBe('medlmeskap')
  })

  test('is helped on by the search page without JavaScript: every page and term is there, news and members a step on', async () => {
    const visitor = createVisitor(web.url)
    for (const [language, path] of [
      ['sv', '/sv/sok/'],
      ['en', '/en/search/'],
    ] as const) {
      const { html } = await visitor.opens(path)
      const pages = (await visitor.sitemap()).filter((each) => each.startsWith(`/${language}/`))
      const isLinked = (each: string, where: string) => where.includes(`href="${each}"`)
      for (const each of pages.filter((one) => !isLinked(one, html))) {
        const list = each.replace(/[^/]+\/$/, '') // the page that lists news or members
        expect(isLinked(list, html), each).toBe(true)
        expect(isLinked(each, (await visitor.opens(list)).html), each).toBe(true)
      }
      expect(html).toContain('#term-')
    }
  })

  test('is told in words when the search finds nothing', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/en/search/?q=xyzzyqwerty')
    const answer = page.getByText(en('search.results.none').replace('{query}', 'xyzzyqwerty'))
    await answer.waitFor()
    expect(await answer.count()).toBe(1)
  })

  test('uses only the keyboard: the skip link comes first and leads to the content', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: sv('layout.skip.text') })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect(await skip.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  test('tabs through a page: nothing is a trap, and the focus is always to be seen', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/')
    const seen: string[] = []
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return undefined
        const { width, height } = element.getBoundingClientRect()
        return { isSeen: width > 0 && height > 0, words: element.textContent?.trim() ?? '' }
      })
      if (!focused) break
      expect(focused.isSeen, focused.words).toBe(true)
      seen.push(focused.words)
    }
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.length).toBeLessThan(80)
  })

  test('on a phone: opens the menu, goes on, and closes it with Escape', async () => {
    const page = await openWindow(browser, web.url, {
      viewport: { width: 375, height: 700 },
      hasTouch: true,
      isMobile: true,
    })
    await page.goto('/sv/')
    const button = page
      .getByRole('button', { name: sv('layout.menu.open') })
      .or(page.locator('summary', { hasText: sv('layout.menu.open') }))
    await button.first().click()
    const menu = page.getByRole('navigation', { name: sv('layout.menu.label') })
    await menu.getByRole('link').first().waitFor()
    await page.keyboard.press('Escape')
    await menu.getByRole('link').first().waitFor({ state: 'hidden' })
    expect(await button.first().isVisible()).toBe(true)
  })

  test('reads everything without JavaScript', async () => {
    const page = await openWindow(browser, web.url, { javaScriptEnabled: false })
    for (const path of await createVisitor(web.url).sitemap()) {
      await page.goto(path)
      expect((await page.getByRole('main').innerText()).length, path).toBeGreaterThan(40)
    }
  })

  test('meets a page that is not there, and is helped on', async () => {
    const page = await openWindow(browser, web.url, { expects: [/404/] })
    await page.goto('/en/not-there/')
    expect(await page.locator('h1').innerText()).toBe(en('not-found.page.title'))
    await page.getByRole('link', { name: en('not-found.page.start') }).click()
    expect(new URL(page.url()).pathname).toBe('/en/')
  })

  test('finds the parts of a long page in its table of contents, and the way back up', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/tillganglighet/')
    const contents = page.getByRole('navigation', { name: sv('page.contents.heading') })
    await contents.getByRole('link', { name: sv('statement.report.heading') }).click()
    expect(new URL(page.url()).hash).toBe('#report')
    expect(await page.locator('#report').innerText()).toBe(sv('statement.report.heading'))
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
    await page.getByRole('link', { name: sv('page.top.link') }).click()
    await page.waitForFunction(() => scrollY === 0)
  })

  test('is led to every heading by an address that leads to one thing only', async () => {
    const visitor = createVisitor(web.url)
    for (const path of await visitor.sitemap()) {
      const { html } = await visitor.opens(path)
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
      expect(
        ids.filter((id, place) => ids.indexOf(id) !== place),
        path,
      ).toEqual([])
      for (const [, target] of html.matchAll(/href="#([^"]+)"/g))
        expect(target === 'top' || ids.includes(decodeURIComponent(target ?? '')), `${path} #${target}`).toBe(true)
    }
  })

  test.each([
    ['sv', '/sv/tillganglighet/'],
    ['en', '/en/accessibility/'],
  ] as const)(
    'reports a problem from the foot of any page, in %s, and reads how accessible the site is',
    async (language, path) => {
      const t = translateTo(language)
      const page = await openWindow(browser, web.url)
      await page.goto(`/${language}/`)
      await page
        .locator('footer')
        .getByRole('link', { name: t('layout.footer.report') })
        .click()
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`${path}#report`)
      const main = page.getByRole('main')
      for (const heading of ['compliance', 'report', 'supervision', 'shortcomings', 'method'] as const)
        expect(await main.getByRole('heading', { name: t(`statement.${heading}.heading`) }).count(), heading).toBe(1)
      expect(await main.locator('a[href^="mailto:"]').count()).toBeGreaterThan(0)
      expect(await main.locator('a[href="https://www.digg.se/tdosanmalan"]').count()).toBe(1)
    },
  )

  test('is told that a page has been removed, and helped on', async () => {
    const boss = await signIn(web.cms.url)
    const page = { title: 'Snart borta', slug: 'snart-borta', introduction: 'Läs medan du kan.' }
    const { id } = await boss.creates('pages', 'sv', page, 'published')
    const visitor = createVisitor(web.url)
    await visitor.sees('/sv/snart-borta/', 'Läs medan du kan.')
    await boss.removes('pages', id)
    const gone = await visitor.meets('/sv/snart-borta/', 410)
    expect(gone.text).toContain(sv('gone.page.title'))
    expect(gone.html).toContain('<meta name="robots" content="noindex"')
  })

  test('reads when and where something takes place, and puts it in a calendar', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/nyheter/limkvall-i-smedjan/')
    expect(await page.getByRole('main').innerText()).toContain('torsdag 21 januari 2027 17:30–20:00')
    const file = await fetch(
      web.url + (await page.getByRole('link', { name: sv('event.calendar') }).getAttribute('href')),
    )
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(await file.text()).toContain('DTSTART:20270121T163000Z\r\n')
    await page.goto('/en/news/an-evening-of-glue/')
    expect(await page.getByRole('main').innerText()).toContain('Thursday, 21 January 2027, 17:30–20:00')
  })

  test('shares a news item by the system’s own sheet, where there is one', async () => {
    const page = await openWindow(browser, web.url)
    await page.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'share'))
    await page.goto('/sv/nyheter/barken-som-blev-lim/#content')
    const button = page.locator('.share-button', { hasText: sv('page.share.button') })
    expect(await button.isVisible()).toBe(false)
    await page.addInitScript(() => {
      navigator.share = async (what) => void document.body.setAttribute('data-shared', JSON.stringify(what))
    })
    await page.reload()
    await button.click()
    const shared = await page.locator('body').getAttribute('data-shared')
    const url = `${new URL(page.url()).origin}/sv/nyheter/barken-som-blev-lim/`
    expect(JSON.parse(shared ?? '')).toEqual({ title: await page.title(), url })
  })

  test('opens a question with the keyboard and reads its answer', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/bli-medlem/')
    const answer = page.getByText('Det räcker att ni vill lösa något')
    expect(await answer.isVisible()).toBe(false)
    await page.getByText('Måste vi arbeta med skog').focus()
    await page.keyboard.press('Enter')
    expect(await answer.isVisible()).toBe(true)
  })

  test('is asked for nothing and followed by nobody: every page, wherever its links lead', async () => {
    const start = pageKinds.flatMap(({ paths }) => Object.values(paths))
    const { pages, cookies, kept, elsewhere, breaches, complaints, broken } = await crawl(browser, web.url, start)
    expect(pages.length).toBeGreaterThan(start.length)
    expect(pages).toEqual(expect.arrayContaining(await createVisitor(web.url).sitemap()))
    expect({ cookies, kept, elsewhere, breaches, complaints, broken }).toEqual({
      cookies: [],
      kept: [],
      elsewhere: [],
      breaches: [],
      complaints: [],
      broken: [],
    })
  })

  test('who looks at whether the pages ask others for something would see it', async () => {
    const body = `<p style="color: red"><a href="/gone/">Gone</a> <a href="#nowhere">Part</a>
      <img src="http://other.localhost:9/one.png"><script>localStorage.setItem('who', 'you')</script>`
    const headers = {
      'content-type': 'text/html',
      'set-cookie': 'who=you',
      'content-security-policy': "style-src 'self'",
    }
    const server = createServer((request, response) => {
      const isThere = request.url === '/'
      response.writeHead(isThere ? 200 : 404, headers).end(isThere ? body : '')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const address = z.object({ port: z.number() }).parse(server.address())
    const found = await crawl(browser, `http://127.0.0.1:${address.port}`, ['/'])
    expect(found.cookies).toEqual(['who'])
    expect(found.kept).toEqual(['/: localStorage who'])
    expect(found.elsewhere).toEqual(['/: http://other.localhost:9/one.png'])
    expect(found.breaches).toHaveLength(1)
    expect(found.broken).toHaveLength(2)
  })
})

/** The value of an attribute of the one element that a pattern finds. */
const valueOf = (html: string, pattern: RegExp): string => {
  const found = [...html.matchAll(pattern)].map(([, value]) => value ?? '')
  expect(found, String(pattern)).toHaveLength(1)
  return found[0] ?? ''
}

describe('a search engine, or whoever a page is shared with', () => {
  test('finds on every page its title, what it is about, its one address and the same page in the other language', async () => {
    const visitor = createVisitor(web.url)
    const paths = await visitor.sitemap()
    const alternatesOf = (html: string) =>
      [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
        ([, name, href]) => `${name} ${href}`,
      )
    const descriptions = new Map<string, string>()
    for (const path of paths) {
      const { html } = await visitor.opens(path)
      expect(valueOf(html, /<title>([^<]+)<\/title>/g), path).toContain('Vidjeverk')
      const description = valueOf(html, /<meta name="description" content="([^"]+)"/g)
      expect(description.length, path).toBeLessThanOrEqual(300)
      expect(descriptions.get(description), `${path} is described in the same words`).toBeUndefined()
      descriptions.set(description, path)
      expect(valueOf(html, /<link rel="canonical" href="([^"]+)"/g)).toBe(web.url + path)
      const alternates = alternatesOf(html)
      expect(
        alternates.filter((each) => each.startsWith('x-default ')),
        path,
      ).toHaveLength(1)
      for (const [, other = ''] of alternates.map((each) => each.split(' '))) {
        const there = await visitor.opens(new URL(other).pathname)
        expect(alternatesOf(there.html), `${path} and ${other}`).toEqual(alternates)
      }
    }
  })

  test('finds structured data that is right, and no script in it', async () => {
    const visitor = createVisitor(web.url)
    const kinds = new Set<string>()
    for (const path of await visitor.sitemap()) {
      const { html } = await visitor.opens(path)
      const data = JSON.parse(valueOf(html, /<script type="application\/ld\+json">([^<]+)<\/script>/g))
      expect(data['@context']).toBe('https://schema.org')
      for (const each of data['@graph']) kinds.add(each['@type'])
    }
    expect([...kinds].toSorted()).toEqual([
      'BreadcrumbList',
      'Event',
      'FAQPage',
      'NewsArticle',
      'Organization',
      'WebSite',
    ])
  })

  test('sees a picture of its own for every page, as large as networks ask for', async () => {
    const visitor = createVisitor(web.url)
    const pictures = new Set<string>()
    const paths = await visitor.sitemap()
    for (const path of paths) {
      const { html } = await visitor.opens(path)
      pictures.add(valueOf(html, /<meta property="og:image" content="([^"]+)"/g))
    }
    expect(pictures.size).toBe(paths.length)
    for (const address of pictures) {
      const answer = await fetch(address)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([answer.status, answer.headers.get('content-type')], address).toEqual([200, 'image/png'])
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], address).toEqual([1200, 630])
    }
  })

  test('finds the icons that the manifest names, in each language', async () => {
    for (const language of ['sv', 'en']) {
      const answer = await fetch(`${web.url}/${language}/manifest.webmanifest`)
      expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/)
      const manifest = Object(await answer.json())
      expect(manifest).toMatchObject({ name: 'Vidjeverk', lang: language, start_url: `/${language}/` })
      for (const { src, sizes } of manifest.icons) {
        const bytes = Buffer.from(await (await fetch(web.url + src)).arrayBuffer())
        expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes)
      }
    }
  })

  test('finds whom to tell of a weakness, for most of a year from today', async () => {
    const answer = await fetch(`${web.url}/.well-known/security.txt`)
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(text).toContain('Contact: mailto:sakerhet@vidjeverk.example\n')
    const days = (Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '') - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(300)
    expect(days).toBeLessThan(365)
  })

  test('finds every page in the site map with its alternates, and with its day unless the register made it', async () => {
    const { html } = await createVisitor(web.url).opens('/sitemap.xml')
    const entries = [...html.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry]) => entry ?? '')
    expect(entries.length).toBeGreaterThan(20)
    for (const entry of entries) {
      const isMember = /<loc>[^<]+\/(vara-medlemmar|our-members)\/[^<]+<\/loc>/.test(entry)
      expect(/<lastmod>\d{4}-\d\d-\d\dT[^<]+<\/lastmod>/.test(entry), entry).toBe(!isMember)
      expect(entry).toContain('hreflang="x-default"')
    }
  })
})
