// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'
import type { Language } from 'shared/languages'
import { fieldsOf, shownItems } from 'shared/membership/form-items'
import type { SignupFieldName } from 'shared/membership/signup-field'
import type { FormItem, FormQuestion, SignupForm } from 'shared/membership/signup-form'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import { createCompany, type Signup } from './company.ts'
import type { Web } from './start-web.ts'
import { createVisitor } from './visitor.ts'

/** Somebody at a company, in front of the form. */
export interface Applicant {
  /** Where the form is, in this language. */
  path: string
  form: SignupForm
  /** The answers they have in mind. */
  signup: Signup
  email: string
  opensForm: () => Promise<void>
  /** What a field is called here. */
  label: (name: SignupFieldName) => string
  /** Answers one field, at whichever step it is. */
  writes: (name: SignupFieldName, answer: string) => Promise<void>
  reads: (name: SignupFieldName) => Promise<string>
  /** Answers every question, step by step, and agrees to what one must agree to. */
  fillsInEverything: () => Promise<void>
  /** Answers what the step that is open asks. */
  fillsInStep: () => Promise<void>
  /** Presses the button of the step, and waits for the next one or for what is wrong. */
  goesOn: () => Promise<void>
  goesBack: () => Promise<void>
  /** Goes on through the steps and sends, unless something stops it. */
  submits: () => Promise<void>
  /** The heading of the step that is open. */
  seesStep: () => Promise<string>
  /** The reference on the receipt; waits for it. */
  seesReference: (seconds?: number) => Promise<string>
}

const rowsSchema = z.array(z.record(z.string(), z.string()))

/** The page of a language that has the form. */
const whereTheFormIs = async (url: string, language: Language): Promise<string> => {
  const visitor = createVisitor(url)
  for (const path of await visitor.sitemap())
    if (path.startsWith(`/${language}/`) && (await visitor.opens(path)).html.includes('action="/api/signup"'))
      return path
  throw new Error(`No page in ${language} has the form.`)
}

/** Puts somebody with answers in mind in front of a browser window. */
export const createApplicant = async (
  web: Web,
  page: Page,
  language: Language,
  own: Record<string, unknown> = {},
): Promise<Applicant> => {
  const t = translateTo(language)
  const path = await whereTheFormIs(web.url, language)
  const company = createCompany(web.url, web.cms.url)
  const form = await company.form(language)
  const signup = await company.fillsIn(language, own)
  const shown = page.locator('form[action="/api/signup"]')
  const control = (name: string) => shown.locator(`[name="${name}"]`)
  const button = () => shown.locator('[type="submit"]').last()
  const step = async () => (await shown.locator('.signup-heading:visible').first().textContent()) ?? ''
  const isLastStep = async () => (await button().innerText()) !== t('signup.step.next')
  const goesBack = () => shown.getByRole('button', { name: t('signup.step.back') }).click()

  const goesOn = async () => {
    const before = await step()
    await button().click()
    await page.waitForFunction((before) => {
      const headings = [...document.querySelectorAll('.signup-heading')]
      const now = headings.find((heading) => heading.checkVisibility())?.textContent
      return document.activeElement?.matches('.signup-problems') || now !== before
    }, before)
  }
  const goesTo = async (name: SignupFieldName) => {
    while (!(await control(name).first().isVisible())) await goesBack()
  }
  const fills = async (name: string, answer: string) => {
    const one = control(name).first()
    const kind = await one.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName))
    if (kind === 'radio' || kind === 'checkbox') await shown.locator(`[name="${name}"][value="${answer}"]`).check()
    else if (kind === 'SELECT') await one.selectOption(answer)
    else await one.fill(answer)
  }
  const fillsInQuestion = async ({ key, type }: FormQuestion) => {
    const questions = z.record(z.string(), z.unknown()).parse(signup.answers['questions'] ?? {})
    const answer = type === 'yesNo' ? (questions[key] === true ? 'yes' : 'no') : questions[key]
    for (const one of [answer].flat()) await fills(`questions.${key}`, String(one))
  }
  const fillsInContacts = async () => {
    for (const [place, row] of rowsSchema.parse(signup.answers['contacts'] ?? []).entries()) {
      const [first] = Object.keys(row)
      if ((await control(`contacts.${place}.${first}`).count()) === 0)
        await shown.getByRole('button', { name: t('signup.contacts.add') }).click()
      for (const [name, answer] of Object.entries(row)) await fills(`contacts.${place}.${name}`, answer)
    }
  }
  const fillsIn = async (item: FormItem) => {
    if (item.blockType === 'step') return
    if (item.blockType === 'question') {
      if (await control(`questions.${item.key}`).first().isVisible()) await fillsInQuestion(item)
    } else if (item.name === 'contacts') {
      if (await shown.getByText(label('contacts')).first().isVisible()) await fillsInContacts()
    } else if (signup.answers[item.name] !== undefined && (await control(item.name).first().isVisible())) {
      await fills(item.name, String(signup.answers[item.name]))
    }
  }
  const fillsInStep = async () => {
    for (const item of shownItems(form.items, signup.answers)) await fillsIn(item)
  }
  const label = (name: SignupFieldName) =>
    fieldsOf(form.items).find((field) => field.name === name)?.label ?? t(`signup.field.${name}.label`)

  return {
    path,
    form,
    signup,
    email: String(signup.answers['contactEmail']),
    opensForm: async () => {
      await page.goto(path)
      // Once the script has taken over the form, it shows a step and hides the others.
      await shown.locator('.signup-step[hidden]').first().waitFor({ state: 'attached' })
    },
    label,
    writes: async (name, answer) => {
      await goesTo(name)
      await fills(name, answer)
    },
    reads: (name) => control(name).first().inputValue(),
    fillsInEverything: async () => {
      while (await shown.getByRole('button', { name: t('signup.step.back') }).isVisible()) await goesBack()
      await fillsInStep()
      while (!(await isLastStep())) {
        await goesOn()
        await fillsInStep()
      }
      for (const { name, required } of form.consents) if (required) await control(`consents.${name}`).check()
    },
    fillsInStep,
    goesOn,
    goesBack,
    submits: async () => {
      while (!(await isLastStep())) {
        await goesOn()
        if (await page.evaluate(() => document.activeElement?.matches('.signup-problems'))) return
      }
      await button().click()
    },
    seesStep: step,
    seesReference: async (seconds = 20) => {
      const reference = page.getByText(/KW-[0-9A-Z]{4}-[0-9A-Z]{4}/).first()
      await reference.waitFor({ timeout: seconds * 1000 })
      return /KW-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await reference.innerText())?.[0] ?? ''
    },
  }
}
