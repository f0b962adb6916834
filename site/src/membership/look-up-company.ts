import { companyFactsSchema, type CompanyFacts } from 'shared/membership/company-facts'
import { readOrganisationNumber } from 'shared/membership/organisation-number'
import * as z from 'zod/mini'

const answerSchema = z.object({ facts: z.nullable(companyFactsSchema) })
const answerWithinMilliseconds = 4000

/**
 * What the company register knows of a number; nothing when there is no register, or it does not answer. A sole trader's
 * number is personal, and is asked about nowhere.
 */
export const lookUpCompany = async (signupAction: string, organisationNumber: string): Promise<CompanyFacts> => {
  if (readOrganisationNumber(organisationNumber)?.kind !== 'legal') return {}
  try {
    const response = await fetch(signupAction.replace(/\/signup$/, '/company'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ organisationNumber }),
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    })
    return answerSchema.parse(await response.json()).facts ?? {}
  } catch {
    return {} // the company writes it, as it always did
  }
}
