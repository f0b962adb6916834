import type { Page } from 'playwright-core'
import type { Language } from 'shared/languages'
import type { SignupFieldName, SignupForm } from 'shared/membership/signup-form'
import { translateTo } from 'shared/translations/translate'
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
  writes: (name: SignupFieldName, answer: string) => Promise<void>
  reads: (name: SignupFieldName) => Promise<string>
  /** Answers every question, and agrees to what one must agree to. */
  fillsInEverything: () => Promise<void>
  submits: () => Promise<void>
  /** The reference on the receipt; waits for it. */
  seesReference: (seconds?: number) => Promise<string>
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Puts somebody with answers in mind in front of a browser window. */
export const createApplicant = async (web: Web, page: Page, language: Language): Promise<Applicant> => {
  const visitor = createVisitor(web.url)
  const t = translateTo(language)
  const paths = (await visitor.sitemap()).filter((path) => path.startsWith(`/${language}/`))
  let path = ''
  for (const candidate of paths)
    if ((await visitor.opens(candidate)).html.includes('action="/api/signup"')) path = candidate
  if (path === '') throw new Error(`No page in ${language} has the form.`)

  const company = createCompany(web.url, web.cms.url)
  const form = await company.form(language)
  const signup = await company.fillsIn(language)
  const label = (name: SignupFieldName) =>
    form.fields.find((field) => field.name === name)?.label ?? t(`signup.field.${name}.label`)
  const field = (name: SignupFieldName) =>
    page
      .locator('form[action="/api/signup"]')
      .getByLabel(new RegExp(`^${escaped(label(name))}`))
      .first()
  const writes = async (name: SignupFieldName, answer: string) => {
    if (name !== 'plan') return field(name).fill(answer)
    const choice = page.locator(`form[action="/api/signup"] [name="plan"][value="${answer}"]`)
    if ((await choice.count()) > 0) await choice.check()
    else await field('plan').selectOption(answer)
  }
  return {
    path,
    form,
    signup,
    email: String(signup.answers['contactEmail']),
    opensForm: async () => {
      await page.goto(path)
      await page.waitForLoadState('networkidle') // the island has taken over the form
    },
    label,
    writes,
    reads: (name) => field(name).inputValue(),
    fillsInEverything: async () => {
      for (const { name } of form.fields) await writes(name, String(signup.answers[name]))
      for (const { name, required } of form.consents) {
        if (required) await page.locator(`form[action="/api/signup"] [name$="${name}"][type="checkbox"]`).check()
      }
    },
    submits: () => page.locator('form[action="/api/signup"] [type="submit"]').last().click(),
    seesReference: async (seconds = 20) => {
      const reference = page.getByText(/KW-[0-9A-Z]{4}-[0-9A-Z]{4}/).first()
      await reference.waitFor({ timeout: seconds * 1000 })
      return /KW-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await reference.innerText())?.[0] ?? ''
    },
  }
}
