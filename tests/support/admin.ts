// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page, Response } from 'playwright-core'
import { administrator } from './settings.ts'

/**
 * Opens a page of the admin, and waits until its script has taken it over: it can be seen before, but what is typed or pressed
 * then is not noticed.
 */
export const openAdmin = async (page: Page, path: string): Promise<Response | null> => {
  const answer = await page.goto(path)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input, textarea, button')].every((control) =>
      Object.keys(control).some((key) => key.startsWith('__reactProps')),
    ),
  )
  return answer
}

/** Signs in to the admin as a person does; all staff of the tests have one password. */
export const signInByHand = async (page: Page, email: string = administrator.email): Promise<void> => {
  await openAdmin(page, '/admin')
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(administrator.password)
  await page.locator('form button[type="submit"]').click()
  await page.waitForURL(/\/admin\/?$/, { timeout: 60_000 })
}
