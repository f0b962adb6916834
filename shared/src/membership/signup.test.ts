import { describe, expect, test } from 'vitest'
import { type SignupErrors, toSignupErrors } from './signup-error.ts'
import { indispensableFields, type SignupFieldName, signupFieldNames } from './signup-field.ts'
import { type AskedForm, signupAnswersSchema, signupRequestSchema } from './signup.ts'

const isIndispensable = (name: SignupFieldName) => indispensableFields.includes(name)

const form: AskedForm = {
  items: signupFieldNames
    .filter((name) => name !== 'invoiceReference')
    .map((name) => ({
      blockType: 'field',
      name,
      required: name === 'plan' || name === 'employees' || isIndispensable(name),
    })),
  consents: [
    { name: 'statutes', required: true },
    { name: 'newsletter', required: false },
  ],
}
const schema = signupAnswersSchema(form, [{ slug: 'company' }, { slug: 'partner' }])

const answers = {
  organisationNumber: '556026-9986',
  organisationName: 'Exempel AB',
  contactName: 'Anna Ek',
  contactEmail: 'anna@example.com',
  employees: '12',
  plan: 'company',
  consents: { statutes: true },
}

const errorsOf = (sent: unknown): SignupErrors => {
  const parsed = schema.safeParse(sent)
  return parsed.success ? {} : toSignupErrors(parsed.error)
}

describe('a valid signup', () => {
  test('is stored in one form, however it was written', () => {
    const sent = {
      ...answers,
      organisationNumber: ' 16556026–9986 ',
      organisationName: '  Exempel \t AB ',
      website: 'example.org',
      contactPhone: '070-174 06 05',
      postalCode: '111 20',
      employees: '1 200',
      message: ' Hej!\r\nVi vill vara med. ',
    }
    expect(schema.parse(sent)).toEqual({
      ...answers,
      organisationNumber: '5560269986',
      website: 'https://example.org/',
      contactPhone: '+46701740605',
      postalCode: '11120',
      employees: 1200,
      message: 'Hej!\nVi vill vara med.',
      consents: { statutes: true, newsletter: false },
    })
  })

  test('may leave what is not required empty', () => {
    expect(errorsOf({ ...answers, website: '', contactPhone: '   ' })).toEqual({})
  })

  test('may come from a sole trader', () => {
    expect(errorsOf({ ...answers, organisationNumber: '121212-1212' })).toEqual({})
  })
})

describe('every error has its code', () => {
  test('an empty form asks for all that is required', () => {
    const required = {
      organisationNumber: 'required',
      organisationName: 'required',
      contactName: 'required',
      contactEmail: 'required',
      employees: 'required',
      plan: 'required',
      'consents.statutes': 'consent-required',
    }
    expect(errorsOf({})).toEqual(required)
    const emptied = {
      organisationNumber: '',
      organisationName: ' ',
      contactName: '',
      contactEmail: '',
      employees: '',
      plan: '',
    }
    expect(errorsOf({ ...emptied, consents: {} })).toEqual(required)
  })

  test.each([
    [{ organisationNumber: '556026-9987' }, { organisationNumber: 'not-an-organisation-number' }],
    [{ organisationName: 'X' }, { organisationName: 'too-short' }],
    [{ organisationName: 'X'.repeat(201) }, { organisationName: 'too-long' }],
    [{ contactName: 'Anna\u0000Ek' }, { contactName: 'unallowed-character' }],
    [{ contactName: 'Anna \ud800 Ek' }, { contactName: 'unallowed-character' }],
    [{ contactName: 'Anna \u202eEk' }, { contactName: 'unallowed-character' }],
    [{ contactEmail: 'anna@' }, { contactEmail: 'not-an-email' }],
    [{ contactPhone: '112' }, { contactPhone: 'not-a-phone-number' }],
    [{ postalCode: '111 2O' }, { postalCode: 'not-a-postal-code' }],
    [{ employees: 'många' }, { employees: 'not-a-number' }],
    [{ employees: -1 }, { employees: 'not-a-number' }],
    [{ website: 'javascript:alert(1)' }, { website: 'not-a-web-address' }],
    [{ plan: 'gold' }, { plan: 'unknown-plan' }],
    [{ message: 'x'.repeat(5001) }, { message: 'too-long' }],
    [{ message: null }, { message: 'wrong-type' }],
    [{ organisationName: ['Exempel AB'] }, { organisationName: 'wrong-type' }],
    [{ organisationName: { $ne: '' } }, { organisationName: 'wrong-type' }],
    [{ consents: { statutes: false } }, { 'consents.statutes': 'consent-required' }],
    [{ consents: { statutes: true, newsletter: 'yes' } }, { 'consents.newsletter': 'wrong-type' }],
    [{ consents: { statutes: true, cookies: true } }, { 'consents.cookies': 'unknown-field' }],
    [{ consents: null }, { consents: 'wrong-type' }],
    [{ invoiceReference: '4711' }, { invoiceReference: 'unknown-field' }],
    [{ status: 'approved' }, { status: 'unknown-field' }],
  ])('%j gives %j', (change, errors) => {
    expect(errorsOf({ ...answers, ...change })).toEqual(errors)
  })

  test('a key that would reach the prototype is an unknown field', () => {
    const sent: unknown = JSON.parse(`{"__proto__": {"status": "approved"}, ${JSON.stringify(answers).slice(1)}`)
    const errors = errorsOf(sent)
    expect(Object.entries(errors)).toEqual([['__proto__', 'unknown-field']])
  })
})

describe('the request around the answers', () => {
  const request = { form: 'become-a-member', formVersion: 1, language: 'sv', answers }
  const wrong = (sent: unknown) => {
    const parsed = signupRequestSchema.safeParse(sent)
    return parsed.success ? {} : toSignupErrors(parsed.error)
  }

  test('names the form, its version and its language', () => {
    expect(wrong(request)).toEqual({})
  })

  test.each([
    [null, { request: 'wrong-type' }],
    [[request], { request: 'wrong-type' }],
    [{ ...request, formVersion: '1' }, { formVersion: 'wrong-type' }],
    [{ ...request, formVersion: 1e300 }, { formVersion: 'wrong-type' }],
    [{ ...request, language: 'no' }, { language: 'wrong-type' }],
    [{ ...request, form: '../users' }, { form: 'unknown-form' }],
    [{ ...request, answers: [] }, { answers: 'wrong-type' }],
    [{ ...request, answers: { message: [[[]]] } }, { answers: 'wrong-type' }],
    [{ ...request, status: 'approved' }, { status: 'unknown-field' }],
  ])('%j gives %j', (sent, errors) => {
    expect(wrong(sent)).toEqual(errors)
  })
})
