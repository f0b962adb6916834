import express, { type Request, type RequestHandler } from 'express'
import { companyFactsSchema, type CompanyFacts } from 'shared/membership/company-facts'
import { readOrganisationNumber } from 'shared/membership/organisation-number'
import { z } from 'zod'
import { codeOf } from './error-code.ts'

const answerWithinMilliseconds = 2500
const keptForMilliseconds = 24 * 3_600_000
const mostKept = 1000

/** Where facts about companies are looked up. It answers null when it knows nothing, for whatever reason. */
export interface CompanyRegister {
  lookUp: (digits: string) => Promise<CompanyFacts | null>
}

/** No register: nothing is ever known, and nobody is asked. */
const noRegister: CompanyRegister = { lookUp: () => Promise.resolve(null) }

/** The register of the settings, or none. */
export const registerOf = (settings: {
  COMPANY_REGISTER_URL?: string | undefined
  COMPANY_REGISTER_KEY?: string | undefined
}): CompanyRegister =>
  settings.COMPANY_REGISTER_URL
    ? httpRegister({ url: settings.COMPANY_REGISTER_URL, key: settings.COMPANY_REGISTER_KEY })
    : noRegister

interface HttpSettings {
  url: string
  key: string | undefined
  now?: () => number
}

/**
 * A register that is asked by HTTP: `GET <url>/5560269986` with `Accept: application/json` and, if there is a key,
 * `Authorization: Bearer <key>`. It answers 200 with the facts it knows, all of them optional texts:
 *
 *     { "organisationName": "Exempel AB", "streetAddress": "Storgatan 1", "postalCode": "11120", "city": "Stockholm",
 *       "website": "https://www.example.com" }
 *
 * or 404. Whatever else it answers, or that it does not answer within two and a half seconds, is as if it knew nothing. An
 * answer is kept for a day. Few registers speak like this by themselves; a small program in between makes them.
 */
export const httpRegister = ({ url, key, now = Date.now }: HttpSettings): CompanyRegister => {
  const kept = new Map<string, { facts: CompanyFacts | null; until: number }>()
  const ask = async (digits: string): Promise<CompanyFacts | null> => {
    const response = await fetch(`${url}/${digits}`, {
      headers: { accept: 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    })
    if (response.status === 404) return null
    if (!response.ok) throw Object.assign(new Error('refused'), { code: String(response.status) })
    return companyFactsSchema.parse(await response.json())
  }
  return {
    lookUp: async (digits) => {
      const known = kept.get(digits)
      if (known && known.until > now()) return known.facts
      try {
        const facts = await ask(digits)
        if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
        kept.set(digits, { facts, until: now() + keptForMilliseconds })
        return facts
      } catch (error) {
        // Only the code: an address or an answer would hold the company's number. The applicant notices nothing.
        console.warn(`The company register did not answer (${codeOf(error)}). Forms are filled in by hand meanwhile.`)
        return null
      }
    },
  }
}

const questionSchema = z.object({ organisationNumber: z.string().max(40) })

/**
 * `POST /api/company {organisationNumber}`: what the register knows of a company, `{facts}` or `{facts: null}`. The number
 * of a sole trader is personal and is never asked about.
 */
export const createLookUpCompany = (register: CompanyRegister): RequestHandler[] => [
  express.json({ limit: '1kb' }),
  async (req, res) => {
    res.set('Cache-Control', 'no-store').json({ facts: await factsFor(register, req) })
  },
]

const factsFor = async (register: CompanyRegister, req: Request): Promise<CompanyFacts | null> => {
  const question = questionSchema.safeParse(req.body)
  const number = question.success ? readOrganisationNumber(question.data.organisationNumber) : null
  return number?.kind === 'legal' ? register.lookUp(number.digits) : null
}
