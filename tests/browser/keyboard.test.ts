import type { Browser, Page } from 'playwright-core'
import { languages } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApplicant } from '../support/applicant.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { tabStop } from '../support/page-checks.ts'
import { pageKinds } from '../support/page-kinds.ts'
import { readAloud } from '../support/screen-reader.ts'
import { startWeb, type Web } from '../support/start-web.ts'

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

const mostStops = 250

/** Presses Tab through a page, from its first stop to its last. */
const tabsThrough = async (page: Page, path: string, kind: string) => {
  const stops: string[] = []
  const problems: string[] = []
  await page.goto(path)
  if (kind === 'search') await page.locator('main .search-result').first().waitFor()
  for (let number = 0; number < mostStops; number += 1) {
    await page.keyboard.press('Tab')
    const stop = await tabStop(page)
    if (!stop) return { stops, problems }
    stops.push(stop.what)
    problems.push(...stop.problems.map((problem) => `${path} ${stop.what} ${problem}`))
  }
  return { stops, problems: [...problems, `${path} is a trap: ${mostStops} stops and no end`] }
}

test.each([
  ['sv', 'light', { width: 1280, height: 800 }],
  ['en', 'dark', { width: 360, height: 740 }],
] as const)(
  'Tab goes through every kind of page in its order, in sight and with a ring around where it is, in %s, %s',
  async (language, colorScheme, viewport) => {
    const page = await openWindow(browser, web.url, { colorScheme, viewport, expects: [/404/] })
    const found: string[] = []
    for (const { paths, kind } of pageKinds) {
      const { stops, problems } = await tabsThrough(page, paths[language], kind)
      expect(stops[0], paths[language]).toContain('href="#content"')
      expect(stops.length, paths[language]).toBeGreaterThan(5)
      found.push(...problems)
    }
    expect(found).toEqual([])
  },
)

describe.each(languages)('with nothing but the keyboard, in %s', (language) => {
  const t = translateTo(language)
  const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

  test('one jumps past the menu, opens it on a phone with Enter and with Space, and closes it with Escape', async () => {
    const page = await openWindow(browser, web.url, { viewport: { width: 360, height: 740 } })
    await page.goto(`/${language}/`)
    const open = page.getByRole('button', { name: t('layout.menu.open') })
    const menu = page.getByRole('navigation', { name: t('layout.menu.label') })
    const button = `button, ${t('layout.menu.open')}`
    for (const key of ['Enter', 'Space']) {
      await open.focus()
      expect(await readAloud(page)).toContain(`${button}, collapsed`)
      await page.keyboard.press(key)
      await menu.getByRole('link').first().waitFor()
      expect(await readAloud(page)).toContain(`${button}, expanded`)
      await page.keyboard.press('Escape')
      await menu.getByRole('link').first().waitFor({ state: 'hidden' })
      expect(await focusedText(page)).toBe(t('layout.menu.open'))
    }
    await page.goto(`/${language}/`)
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe(t('layout.skip.text'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main, footer') !== null)).toBe(true)
  })

  test('a company signs up, is led from each mistake to its field, and ends on the receipt', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, language)
    await applicant.opensForm()
    const title = await page.title()

    /** Tabs on until the focus is where it is wanted; the form is never left for good. */
    const tabsTo = async (isThere: (element: Element) => boolean) => {
      for (let number = 0; number < 80; number += 1) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(`(${String(isThere)})(document.activeElement)`)) return
      }
      throw new Error(`Tab never came to ${String(isThere)}.`)
    }
    const sends = async () => {
      await tabsTo((element) => element.matches('form[action="/api/signup"] [type="submit"]'))
      await page.keyboard.press('Enter')
    }

    await sends()
    await page.locator('.signup-problems:focus').waitFor()
    expect(await page.title()).toBe(`${t('signup.form.error-prefix')} ${title}`)
    await page.keyboard.press('Tab')
    const problem = await focusedText(page)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.matches('[aria-invalid="true"]'))
    const described = await page.evaluate(() =>
      (document.activeElement?.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    )
    expect(described).toContain(problem)

    await applicant.fillsInEverything()
    await sends()
    await page.getByText(applicant.form.receiptHeading).waitFor()
    await page.waitForFunction(
      (heading) => document.activeElement?.textContent?.trim() === heading,
      applicant.form.receiptHeading,
    )
    expect(await page.title()).not.toContain(t('signup.form.error-prefix'))
  })
})
