import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApplicant } from '../support/applicant.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'

let web: Web
let browser: Browser
let mailbox: Mailbox
let officer: StaffMember
const sv = translateTo('sv')
const en = translateTo('en')
const refused = [/status of 400/] // a refused form is an answer, which the browser's console calls an error
const away = [/status of 503/, /status of 502/, /ERR_/]
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  mailbox = await openMailbox()
  web = await startWeb({ SMTP_URL: mailbox.url })
  officer = await signIn(web.cms.url)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
  await mailbox.close()
})

const drawnLogo = (width = 600, height = 200) =>
  sharp({ create: { width, height, channels: 4, background: { r: 12, g: 90, b: 70, alpha: 1 } } })
    .png()
    .toBuffer()

const stored = (email: string) =>
  officer.lists('signups', `where[contactEmail][equals]=${encodeURIComponent(email)}&limit=10`)

describe('a company signs up', () => {
  test('in Swedish, with mistakes on the way, and is told by each field what to do', async () => {
    const page = await openWindow(browser, web.url, { expects: refused })
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    const title = await page.title()
    await applicant.submits()

    // The summary comes first, has the focus, and each line of it leads to its field.
    await page.getByText(sv('signup.form.errors.heading')).waitFor()
    expect(await page.title()).toBe(`${sv('signup.form.error-prefix')} ${title}`)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(sv('signup.form.errors.heading'))
    const summary = page.getByRole('main').getByRole('link', { name: sv('signup.error.required.organisationNumber') })
    await summary.click()
    const number = page.getByLabel(applicant.label('organisationNumber')).first()
    expect(await number.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await number.getAttribute('aria-invalid')).toBe('true')

    await applicant.fillsInEverything()
    await applicant.writes('contactEmail', 'åsa.example.com')
    await applicant.writes('organisationNumber', '556026-9987')
    await applicant.submits()
    await page.getByText(sv('signup.error.not-an-organisation-number')).first().waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    await applicant.writes('organisationNumber', '556026-9986')
    await applicant.submits()
    await page.getByText(sv('signup.error.not-an-email')).first().waitFor()
    expect(await stored(applicant.email)).toEqual([])

    await applicant.writes('contactEmail', applicant.email)
    await applicant.submits()
    const reference = await applicant.seesReference()
    expect(await page.getByRole('main').innerText()).toContain(applicant.form.receiptHeading)
    expect(await stored(applicant.email)).toEqual([expect.objectContaining({ reference, language: 'sv' })])
    expect((await mailbox.mailTo(applicant.email)).subject).toContain(reference)
  })

  test('in English, with the keyboard, and the mail is English', async () => {
    const page = await openWindow(browser, web.url, { locale: 'en-GB' })
    const applicant = await createApplicant(web, page, 'en')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await page.locator('form[action="/api/signup"] [type="submit"]').last().focus()
    await page.keyboard.press('Enter')
    const reference = await applicant.seesReference()
    const mail = await mailbox.mailTo(applicant.email)
    expect(mail.subject).toContain(reference)
    expect(mail.text).toMatch(/Thank you/)
    expect(await stored(applicant.email)).toHaveLength(1)
  })

  test('without JavaScript: the errors come back with the answers kept, and then the receipt', async () => {
    const page = await openWindow(browser, web.url, { javaScriptEnabled: false, expects: refused })
    const applicant = await createApplicant(web, page, 'sv')
    await page.goto(applicant.path)
    await applicant.fillsInEverything()
    await applicant.writes('organisationNumber', '556026-9987')
    await applicant.submits()
    await page.getByText(sv('signup.error.not-an-organisation-number')).first().waitFor()
    expect(await page.title()).toMatch(new RegExp(`^${sv('signup.form.error-prefix')}`))
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    expect(await applicant.reads('organisationNumber')).toBe('556026-9987')
    expect(await stored(applicant.email)).toEqual([])

    await applicant.writes('organisationNumber', '556026-9986')
    await applicant.submits()
    const reference = await applicant.seesReference()
    expect(await stored(applicant.email)).toEqual([expect.objectContaining({ reference })])
  })

  test('and loses nothing by reloading the page in the middle', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await page.reload()
    await page.getByText(sv('signup.form.restored')).waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    expect(await applicant.reads('contactEmail')).toBe(applicant.email)
    await applicant.writes('organisationNumber', '556026-9986') // a number that may be a person's is not kept
    await applicant.submits()
    await applicant.seesReference()
    await page.goto(applicant.path)
    await page.waitForLoadState('networkidle')
    expect(await applicant.reads('organisationName')).toBe('')
  })

  test('and corrects a number that was another company’s: what the register said of it goes, what was written stays', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv')
    const registered = new Map([
      ['559999-0008', { organisationName: 'Fel AB', website: 'https://fel.example/', city: 'Luleå' }],
      ['556026-9986', { organisationName: 'Rätt AB', website: 'https://ratt.example/' }],
    ])
    await page.route('**/api/company', async (route) => {
      const { organisationNumber } = z.object({ organisationNumber: z.string() }).parse(route.request().postDataJSON())
      await route.fulfill({ json: { facts: registered.get(organisationNumber) ?? null } })
    })
    const note = page.locator('form.signup-form output.signup-note')
    await applicant.opensForm()
    await applicant.writes('organisationNumber', '559999-0008')
    await note.getByText(/Hämtat från företagsregistret: .*Kontrollera att det stämmer/).waitFor()
    expect(await applicant.reads('organisationName')).toBe('Fel AB')
    expect(await applicant.reads('city')).toBe('Luleå')
    await Promise.all([page.waitForResponse('**/api/company'), page.reload()])
    await page.getByText(sv('signup.form.restored')).waitFor()
    await applicant.writes('website', 'https://egen.example/')
    await applicant.writes('organisationNumber', '556026-9986')
    await note.getByText(/Borttaget, eftersom det hörde till det förra numret/).waitFor()
    expect(await note.allInnerTexts()).toContain(
      `Hämtat från företagsregistret: ${applicant.label('organisationName')}. Kontrollera att det stämmer. ` +
        `Borttaget, eftersom det hörde till det förra numret: ${applicant.label('city')}. ` +
        `Kvar som du skrev det: ${applicant.label('website')}.`,
    )
    expect(await applicant.reads('organisationName')).toBe('Rätt AB')
    expect(await applicant.reads('website')).toBe('https://egen.example/')
    expect(await applicant.reads('city')).toBe('')
  })

  test('and a double click is one signup', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await page.locator('form[action="/api/signup"] [type="submit"]').last().dblclick()
    await applicant.seesReference()
    expect(await stored(applicant.email)).toHaveLength(1)
  })

  test('while the CMS is away: is told so, keeps every answer, and is taken when it is back, loaded again or not', async () => {
    const page = await openWindow(browser, web.url, { expects: away })
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    const reloaded = await openWindow(browser, web.url, { expects: away })
    const other = await createApplicant(web, reloaded, 'sv')
    await other.opensForm()
    await other.fillsInEverything()

    await web.cms.process().kill()
    const [waiting = ''] = sv('signup.sending.waiting', { seconds: '' }).split('.')
    await applicant.submits()
    await page.getByText(waiting).first().waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    await other.submits()
    await reloaded.getByText(waiting).first().waitFor()
    await reloaded.reload()
    await reloaded.getByText(waiting).first().waitFor()

    await web.cms.restart()
    const reference = await applicant.seesReference(40)
    expect(await stored(applicant.email)).toEqual([expect.objectContaining({ reference })])
    const otherReference = await other.seesReference(40)
    expect(await stored(other.email)).toEqual([expect.objectContaining({ reference: otherReference })])
    await reloaded.reload()
    await other.seesReference() // the receipt, not another signup
    expect(await stored(other.email)).toHaveLength(1)
  })

  test('without JavaScript while the CMS is away: the form comes back with the answers and says so', async () => {
    const page = await openWindow(browser, web.url, { javaScriptEnabled: false, expects: away })
    const applicant = await createApplicant(web, page, 'sv')
    await page.goto(applicant.path)
    await applicant.fillsInEverything()
    await web.cms.process().kill()
    await applicant.submits()
    await page.getByText(sv('signup.error.busy')).first().waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    await web.cms.restart()
    await applicant.submits()
    await applicant.seesReference()
    expect(await stored(applicant.email)).toHaveLength(1)
  })
})

describe.each(['sv', 'en'] as const)('on a phone, in %s', (language) => {
  const t = translateTo(language)

  test('a company goes through the steps, sees the price as it chooses, reads its answers back and sends', async () => {
    const page = await openWindow(browser, web.url, { ...phone, locale: language === 'sv' ? 'sv-SE' : 'en-GB' })
    const applicant = await createApplicant(web, page, language, { employees: 12 })
    await applicant.opensForm()
    const headings = applicant.form.items.flatMap((item) => (item.blockType === 'step' ? [item.heading] : []))
    expect(await applicant.seesStep()).toContain(headings[0])
    expect(await page.title()).toContain(t('signup.step.place', { number: 1, count: headings.length + 1 }))

    await applicant.fillsInStep()
    await applicant.goesOn()
    expect(await applicant.seesStep()).toContain(headings[1])
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('signup-heading')
    await applicant.fillsInStep()
    await page.getByText(t('fee.heading')).first().waitFor()
    expect(await page.locator('.signup-price').first().innerText()).toMatch(/\d/)

    // The browser's own way back is a step back, and forth again.
    await page.goBack()
    expect(await applicant.seesStep()).toContain(headings[0])
    await page.goForward()
    expect(await applicant.seesStep()).toContain(headings[1])

    await applicant.fillsInEverything()
    expect(await applicant.seesStep()).toContain(t('signup.step.check'))
    const answers = await page.locator('.signup-answers').allInnerTexts()
    for (const own of ['Exempel AB', 'Åsa Öberg', 'Bo Ek', t('signup.answer.yes')])
      expect(answers.join('\n')).toContain(own)

    // What is wrong there is changed where it was asked.
    await page.getByRole('button', { name: `${t('signup.step.change')} ${headings[0]}` }).click()
    await applicant.writes('organisationName', 'Exempel & Söner AB')
    await applicant.submits()
    const reference = await applicant.seesReference()
    expect(await page.getByRole('main').innerText()).toContain('Exempel & Söner AB')
    const [signup] = await stored(applicant.email)
    expect(signup).toMatchObject({ reference, language, organisationName: 'Exempel & Söner AB', status: 'received' })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  test('a mistake, a reload and a network that goes away in the middle lose nothing of it', async () => {
    const page = await openWindow(browser, web.url, { ...phone, expects: [...refused, ...away] })
    const applicant = await createApplicant(web, page, language)
    await applicant.opensForm()
    await applicant.fillsInStep()
    await applicant.writes('organisationNumber', '556026-9987')
    await applicant.goesOn()
    const mistake = t('signup.error.not-an-organisation-number')
    await page.getByRole('link', { name: mistake }).click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('organisationNumber')
    await applicant.writes('organisationNumber', '556026-9986')
    await applicant.goesOn()
    await page.reload()
    await page.getByText(t('signup.form.restored')).waitFor()
    await applicant.fillsInEverything()
    await page.context().setOffline(true)
    await applicant.submits()
    await page.getByText(t('signup.sending.offline')).waitFor()
    expect(await stored(applicant.email)).toEqual([])
    await page.context().setOffline(false)
    const reference = await applicant.seesReference()
    expect(await stored(applicant.email)).toEqual([expect.objectContaining({ reference, language })])
  })

  test('without JavaScript: a mistake and a wrong file come back with what was written, then the receipt', async () => {
    const page = await openWindow(browser, web.url, { ...phone, javaScriptEnabled: false, expects: refused })
    const applicant = await createApplicant(web, page, language)
    const logo = page.locator('[name="logo"]')
    await page.goto(applicant.path)
    await applicant.fillsInEverything()
    await applicant.writes('contactEmail', 'åsa.example.com')
    await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg>'.repeat(50)) })
    await applicant.submits()
    await page.getByText(t('signup.error.not-an-email')).first().waitFor()
    await page.getByText(t('signup.error.not-a-picture')).first().waitFor()
    await page.getByText(t('signup.logo.again')).waitFor()
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    expect(await stored(applicant.email)).toEqual([])

    await applicant.writes('contactEmail', applicant.email)
    await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await drawnLogo() })
    await applicant.submits()
    const reference = await applicant.seesReference()
    const [signup] = await stored(applicant.email)
    expect(signup).toMatchObject({ reference, language, answers: { logo: '600 × 200' } })
  })
})

describe('a logo', () => {
  test('is shown before it is sent, can be taken away, and a file that is no picture is said to be none', async () => {
    const page = await openWindow(browser, web.url, phone)
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    const preview = page.getByRole('img', { name: sv('signup.logo.preview') }).first()
    const choose = (buffer: Buffer, name = 'logo.png') =>
      page.locator('[name="logo"]').setInputFiles({ name, mimeType: 'image/png', buffer })
    await choose(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))
    await page.locator('.signup-problem', { hasText: sv('signup.error.not-a-picture') }).waitFor()
    expect(await preview.count()).toBe(0)

    await choose(await drawnLogo(3000, 1000)) // as large as a camera's
    await preview.waitFor()
    expect(await page.locator('.signup-problem').count()).toBe(0)
    await page.getByRole('button', { name: sv('signup.logo.remove') }).click()
    expect(await preview.count()).toBe(0)

    await choose(await drawnLogo(3000, 1000))
    await applicant.fillsInStep()
    await page.reload()
    await preview.waitFor() // kept over a reload, as the other answers are
    await applicant.fillsInEverything()
    await page.locator('.signup-checked').getByRole('img').waitFor()
    await applicant.submits()
    await applicant.seesReference()
    expect((await stored(applicant.email))[0]).toMatchObject({ answers: { logo: '800 × 267' } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})

describe('the form asks what the answers call for', () => {
  test('a company from Denmark gives its own number and no Swedish one', async () => {
    const page = await openWindow(browser, web.url, { locale: 'en-GB' })
    const applicant = await createApplicant(web, page, 'en', {
      country: 'DK',
      postalCode: '2100 Ø',
      vatNumber: 'DK12345678',
      peppolId: '0184:12345678',
    })
    await applicant.opensForm()
    expect(await page.locator('[name="foreignNumber"]').isVisible()).toBe(false)
    await applicant.writes('country', 'DK')
    expect(await page.locator('[name="organisationNumber"]').isVisible()).toBe(false)
    await applicant.fillsInEverything()
    await applicant.submits()
    await applicant.seesReference()
    const [signup] = await stored(applicant.email)
    expect(signup).toMatchObject({ answers: { country: 'DK', foreignNumber: '12 34 56 78', postalCode: '2100 Ø' } })
    expect(JSON.stringify(signup)).not.toContain('5560269986')
  })

  test('a question that an answer calls for is there at once, must be answered, and goes again with the answer', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv')
    const asked = applicant.form.items.find((item) => item.blockType === 'question' && item.showWhen && item.required)
    if (asked?.blockType !== 'question') throw new Error('The example has no question that an answer calls for.')
    await applicant.opensForm()
    await applicant.fillsInStep()
    await applicant.goesOn()
    const control = page.locator(`[name="questions.${asked.key}"]`)
    const choose = (answer: string) =>
      page.locator(`[name="questions.${asked.showWhen?.name}"][value="${answer}"]`).check()
    expect(await control.isVisible()).toBe(false)
    await choose('yes')
    expect(await control.isVisible()).toBe(true)
    await applicant.fillsInStep()
    await control.fill('')
    await applicant.goesOn()
    await page
      .getByText(sv('signup.error.required.question', { field: asked.label }))
      .first()
      .waitFor()
    await choose('no')
    expect(await control.isVisible()).toBe(false)
    await applicant.goesOn()
    expect(await page.locator('.signup-problems').count()).toBe(0)
  })

  test('a question that need not be answered can be left alone again once it has been answered', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv')
    const asked = applicant.form.items.find((item) => item.blockType === 'question' && item.type === 'yesNo')
    if (asked?.blockType !== 'question') throw new Error('The example has no question of yes and no.')
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await page.getByRole('button', { name: sv('signup.step.back') }).click()
    await page.getByRole('button', { name: sv('signup.step.back') }).click()
    const group = page.getByRole('group', { name: asked.label })
    await group.getByLabel(sv('signup.answer.no')).check()
    await group.getByLabel(sv('signup.answer.skip')).check()
    await applicant.submits()
    await applicant.seesReference()
    const [signup] = await stored(applicant.email)
    expect(Object(signup?.['answers']).questions).not.toHaveProperty(asked.key)
  })

  test('contact persons are added and taken away, and each tells what is wrong with it', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv', { contacts: [] })
    await applicant.opensForm()
    await applicant.fillsInEverything()
    await applicant.goesBack()
    const add = page.getByRole('button', { name: sv('signup.contacts.add') })
    await add.click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('contacts.0.contactName')
    await page.keyboard.type('Bo Ek')
    await add.click()
    await page.locator('[name="contacts.1.contactEmail"]').fill('siv@example.com')
    await applicant.goesOn()
    const first = sv('signup.contacts.person', { number: 2 })
    await page.getByRole('link', { name: new RegExp(`^${first}`) }).click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('contacts.0.contactEmail')
    await page.getByRole('button', { name: `${sv('signup.contacts.remove')} ${first}` }).click()
    expect(await page.locator('[name="contacts.0.contactEmail"]').inputValue()).toBe('siv@example.com')
    await page.locator('[name="contacts.0.contactName"]').fill('Siv Ek')
    await applicant.submits()
    await applicant.seesReference()
    const [signup] = await stored(applicant.email)
    expect(signup).toMatchObject({
      answers: { contacts: [{ contactName: 'Siv Ek', contactEmail: 'siv@example.com' }] },
    })
  })
})

describe('nothing that was written is lost', () => {
  test('by switching the language in the middle: the same step is there, in the other language', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, 'sv')
    await applicant.opensForm()
    await applicant.fillsInStep()
    await applicant.goesOn()
    await applicant.fillsInStep()
    await page.locator('.language-link').click()
    await page.getByText(en('signup.form.restored')).waitFor()
    expect(await applicant.seesStep()).toContain(en('signup.step.place', { number: 2, count: 4 }))
    expect(await applicant.reads('organisationName')).toBe('Exempel AB')
    expect(await page.locator('[name="plan"]:checked').inputValue()).toBe(applicant.signup.answers['plan'])
    expect(await page.locator('[name^="questions."]:checked').count()).toBeGreaterThan(1)
  })

  test('before the script has come: what is filled in stays, and counts', async () => {
    const page = await openWindow(browser, web.url)
    const { promise: pause, resolve: goOn } = Promise.withResolvers<void>()
    await page.route('**/SignupForm*.js', async (route) => {
      await pause
      await route.continue()
    })
    const applicant = await createApplicant(web, page, 'en')
    await page.goto(applicant.path)
    await page.locator('[name="organisationName"]').fill('Early Bird AB')
    await page.locator('[name="country"]').selectOption('DK')
    goOn()
    await page.locator('astro-island[ssr]').waitFor({ state: 'detached' })
    await page.locator('[name="organisationNumber"]').waitFor({ state: 'hidden' }) // nobody abroad has one
    expect(await applicant.reads('organisationName')).toBe('Early Bird AB')
    expect(await applicant.reads('country')).toBe('DK')
  })

  test('when the script never comes: after four seconds the whole form is there and can be sent', async () => {
    const page = await openWindow(browser, web.url, { expects: [/ERR_/, /astro-island/] })
    await page.route('**/*.js', (route) => route.abort())
    const applicant = await createApplicant(web, page, 'sv')
    await page.goto(applicant.path)
    expect(await page.locator('[name="contactName"]').isVisible()).toBe(false)
    await page.locator('[name="contactName"]').waitFor()
    await applicant.fillsInEverything()
    await applicant.submits()
    await applicant.seesReference()
    expect(await stored(applicant.email)).toHaveLength(1)
  })
})

test('the form page carries at most 110 kB of JavaScript, compressed', async () => {
  const page = await openWindow(browser, web.url)
  const applicant = await createApplicant(web, page, 'sv')
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await applicant.opensForm()
  await page.waitForLoadState('networkidle')
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(10_000)
  expect(total).toBeLessThanOrEqual(110_000)
})
