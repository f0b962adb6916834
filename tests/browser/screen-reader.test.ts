import type { Browser } from 'playwright-core'
import { languages, type Language } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApplicant } from '../support/applicant.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { pageKinds } from '../support/page-kinds.ts'
import { notHeard, readAloud } from '../support/screen-reader.ts'
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

const controls = /^(link|button|textbox|searchbox|combobox|checkbox|radio|image)$/
const landmarks = /^(navigation|region|form|search|complementary)(, |$)/

test('a screen reader has a name for everything on every kind of page, and tells the parts of a page apart', async () => {
  const page = await openWindow(browser, web.url, { expects: [/404/] })
  const found: string[] = []
  for (const { paths } of pageKinds) {
    for (const language of languages) {
      const path = paths[language]
      await page.goto(path)
      const heard = await readAloud(page)
      const count = (phrase: RegExp) => heard.filter((each) => phrase.test(each)).length
      for (const one of [/^banner$/, /^main$/, /^contentinfo$/, /^heading 1, /])
        if (count(one) !== 1) found.push(`${path} has ${count(one)} × ${one.source}`)
      found.push(...heard.filter((each) => controls.test(each)).map((each) => `${path} has a ${each} without a name`))
      const parts = heard.filter((each) => landmarks.test(each))
      found.push(
        ...parts.filter((each, place) => parts.indexOf(each) !== place).map((each) => `${path} has two: ${each}`),
      )
      const other = language === 'sv' ? 'link, English' : 'link, Svenska'
      if (!heard.some((each) => each.startsWith(other))) found.push(`${path} does not say "${other}"`)
    }
  }
  expect(found).toEqual([])
})

test('who listens would hear what has no name, and what is said in the wrong order', async () => {
  const page = await openWindow(browser, web.url)
  await page.setContent('<main><h1>Apply</h1><input><button aria-label="Send">x</button></main>')
  const heard = await readAloud(page)
  expect(heard).toEqual(['main', 'heading 1, Apply', 'textbox', 'button, Send'])
  expect(notHeard(heard, ['main', 'button, Send', 'textbox'])).toEqual(['"textbox" is not said after "button, Send"'])
})

/** What the start page of the example says in each language, in this order; other things may be said between. */
const startPage: Record<Language, string[]> = {
  sv: [
    'link, Hoppa till innehållet',
    'banner',
    'link, Vidjeverk, till startsidan',
    'navigation, Huvudmeny',
    'link, Vad är ett kluster?',
    'link, Medlemmar',
    'link, Nyheter',
    'link, Om oss',
    'link, Kontakt',
    'link, Bli medlem',
    'button, Sök, collapsed',
    'link, English',
    'main',
    'heading 1, Materialklustret som flätar samman Rönndalen',
    'contentinfo',
    'link, Rapportera ett problem',
  ],
  en: [
    'link, Skip to content',
    'banner',
    'link, Vidjeverk, home page',
    'navigation, Main menu',
    'link, What is a cluster?',
    'link, Members',
    'link, News',
    'link, About us',
    'link, Contact',
    'link, Become a member',
    'button, Search, collapsed',
    'link, Svenska',
    'main',
    'heading 1, Weaving the makers of the Rönn Valley together',
    'contentinfo',
    'link, Report a problem',
  ],
}

/** Pages of other kinds: what there is to hear of each that its kind is known by. */
const otherPages: Record<Language, Record<string, string[]>> = {
  sv: {
    '/sv/nyheter/limkvall-i-smedjan/': [
      'navigation, Du är här',
      'link, Nyheter',
      'heading 1, Limkväll i smedjan',
      '19 november 2026',
      'När',
      'torsdag 21 januari 2027 17:30–20:00',
      'Var',
      'link, Lägg in i din kalender',
      'link, Alla nyheter',
    ],
    '/sv/vara-medlemmar/': [
      'heading 1, Våra medlemmar',
      '9 medlemmar',
      'group, Avgränsa listan',
      'radio, Alla, checked',
      'group, Verksamhet',
      'radio, Energi (1)',
      'group, Ort',
      'radio, Kvarnsele (2)',
      'link, Kvarnsele Trä AB',
      'Kvarnsele',
    ],
    '/sv/kontakt/': [
      'heading 2, Direkt till rätt person',
      'heading 3, Siri Wallgård',
      'Medlemsansvarig',
      'Arbetsområden:',
      'E-post',
      'link, siri.wallgard@vidjeverk.example',
      'Telefon',
      'link, +46 70 174 06 18',
    ],
    '/sv/tillganglighet/': [
      'heading 1, Tillgänglighetsredogörelse',
      'navigation, På den här sidan',
      'link, Säg till när något inte fungerar',
      'heading 2, Säg till när något inte fungerar',
      'heading 2, Tillsyn',
      'link, Till sidans början',
    ],
    '/sv/finns-inte/': ['heading 1, Sidan finns inte', 'link, Gå till startsidan', 'link, Sök på webbplatsen'],
  },
  en: {
    '/en/news/an-evening-of-glue/': [
      'navigation, You are here',
      'link, News',
      'heading 1, An evening of glue at the smithy',
      '19 November 2026',
      'When',
      'Thursday, 21 January 2027, 17:30–20:00',
      'Where',
      'link, Add to your calendar',
      'link, All news',
    ],
    '/en/our-members/': [
      'heading 1, Our members',
      '9 members',
      'group, Narrow the list',
      'radio, All, checked',
      'group, Field of work',
      'radio, Energy (1)',
      'group, Town',
      'radio, Kvarnsele (2)',
      'link, Kvarnsele Trä AB',
      'Kvarnsele',
    ],
    '/en/contact/': [
      'heading 2, Straight to the right person',
      'heading 3, Siri Wallgård',
      'Membership Officer',
      'Areas of work:',
      'Email',
      'link, siri.wallgard@vidjeverk.example',
      'Phone',
      'link, +46 70 174 06 18',
    ],
    '/en/accessibility/': [
      'heading 1, Accessibility statement',
      'navigation, On this page',
      'link, Tell us when something doesn’t work',
      'heading 2, Tell us when something doesn’t work',
      'heading 2, Supervision',
      'link, Back to top',
    ],
    '/en/not-there/': ['heading 1, Page not found', 'link, Go to the home page', 'link, Search this website'],
  },
}

/** What the form's first step says when it was sent on with nothing in it. */
const firstStepRefused: Record<Language, string[]> = {
  sv: [
    'main',
    'form',
    'alert',
    'heading 2, Det här behöver rättas',
    'link, Ange organisationsnumret med 10 siffror, till exempel 556026-9986',
    'link, Skriv organisationens namn',
    'heading 2, Steg 1 av 4 Om er',
    'combobox, Land, collapsed, Där företaget eller organisationen är registrerad.',
    'textbox, Organisationsnummer, invalid, 10 siffror, till exempel 556026-9986. Har du enskild firma anger du ditt personnummer. Fel: Ange organisationsnumret med 10 siffror, till exempel 556026-9986',
    'textbox, Organisationens namn, invalid, Fel: Skriv organisationens namn',
    'textbox, Webbplats (frivilligt), Till exempel www.exempel.se.',
    'button, Fortsätt',
    'contentinfo',
  ],
  en: [
    'main',
    'form',
    'alert',
    'heading 2, There is a problem',
    'link, Enter the organisation number with 10 digits, such as 556026-9986',
    'link, Enter the name of the organisation',
    'heading 2, Step 1 of 4 About you',
    'combobox, Country, collapsed, Where the company or organisation is registered.',
    'textbox, Organisation number, invalid, Your Swedish registration number: 10 digits, such as 556026-9986. Sole traders give their personal identity number. Error: Enter the organisation number with 10 digits, such as 556026-9986',
    'textbox, Name of the organisation, invalid, Error: Enter the name of the organisation',
    'textbox, Website (optional), For example www.example.com.',
    'button, Continue',
    'contentinfo',
  ],
}

describe.each(languages)('a screen reader, in %s', (language) => {
  const t = translateTo(language)

  test('reads the start page in an order that makes sense', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto(`/${language}/`)
    expect(notHeard(await readAloud(page), startPage[language])).toEqual([])
  })

  test('reads an event, the members, the contacts, the accessibility statement, and where nothing is found', async () => {
    const page = await openWindow(browser, web.url, { expects: [/404/] })
    const missing: string[] = []
    for (const [path, expected] of Object.entries(otherPages[language])) {
      await page.goto(path)
      const phrases = ['banner', 'main', ...expected, 'contentinfo']
      missing.push(...notHeard(await readAloud(page), phrases).map((each) => `${path}: ${each}`))
    }
    expect(missing).toEqual([])
  })

  test('says of a field what it is, that it is wrong, and what to do; and of the receipt that the signup came in', async () => {
    const page = await openWindow(browser, web.url)
    const applicant = await createApplicant(web, page, language)
    await applicant.opensForm()
    await applicant.submits()
    await page.locator('.signup-problems').waitFor()
    expect(notHeard(await readAloud(page), firstStepRefused[language])).toEqual([])

    await applicant.fillsInEverything()
    await applicant.submits()
    const reference = await applicant.seesReference()
    const expected = [
      'main',
      `heading 2, ${applicant.form.receiptHeading}`,
      t('signup.receipt.reference', { reference }),
      t('signup.receipt.email'),
      `button, ${t('signup.receipt.print')}`,
      'contentinfo',
    ]
    expect(notHeard(await readAloud(page), expected)).toEqual([])
  })
})
