import { afterAll, beforeAll, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser, openWindow } from '../support/browser.ts'
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
test('probe', async () => {
  const page = await openWindow(browser, web.url, { viewport: { width: 320, height: 640 }, bypassCSP: true })
  for (const letters of [false, true]) {
    await page.goto('/sv/bli-medlem/')
    if (letters)
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      })
    console.log(
      letters,
      await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((e) => e.getBoundingClientRect().right > 321)
          .map((e) => `${e.tagName}.${e.className} ${e.getBoundingClientRect().right} ${e.textContent?.slice(0, 40)}`)
          .slice(0, 12),
      ),
      await page.evaluate(() => document.documentElement.scrollWidth),
    )
  }
  await page.screenshot({ path: '/tmp/form320.png', fullPage: true })
})
