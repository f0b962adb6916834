import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signupErrorCodes, type SignupErrors, toSignupErrors } from './signup-error.ts'
import { indispensableFields, type QuestionType, type SignupFieldName, signupFieldNames } from './signup-field.ts'
import { type AskedForm, signupAnswersSchema, signupRequestSchema, storedAnswersSchema } from './signup.ts'

const isIndispensable = (name: SignupFieldName) => name === 'foreignNumber' || indispensableFields.includes(name)

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
    [{ contactName: '\u200b\u2060 \u200d' }, { contactName: 'required' }],
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

describe('names are as people are called', () => {
  test.each([
    "O'Brien & Sønner",
    'Anne-Marie af Ekenstam-Åkerö',
    'Čáhcesuolu Ruvkkedoaibma',
    'Sääʹmǩiõll ja Kulttuur',
    'شركة النخيل',
    '株式会社森',
    'X'.repeat(200),
    '24/7 Städ AB (publ.)',
    'Zoë 🌲 Skog',
  ])('%s', (name) => {
    const parsed = schema.parse({ ...answers, organisationName: name, contactName: name })
    expect(parsed).toMatchObject({ organisationName: name, contactName: name })
  })

  test('and an emoji is no telephone number', () => {
    expect(errorsOf({ ...answers, contactPhone: '😀' })).toEqual({ contactPhone: 'not-a-phone-number' })
  })
})

describe('a company from another country', () => {
  const danish = { ...answers, country: 'DK', organisationNumber: undefined, foreignNumber: 'cvr 12 34 56 78' }

  test('has a number of its own and no Swedish one, and postal codes of its own', () => {
    const sent = { ...danish, postalCode: 'DK-2100', invoicePostalCode: '1000', vatNumber: 'dk 12345678' }
    expect(schema.parse(sent)).toMatchObject({
      country: 'DK',
      foreignNumber: 'CVR 12 34 56 78',
      postalCode: 'DK-2100',
      invoicePostalCode: '1000',
      vatNumber: 'DK12345678',
    })
  })

  test('is asked for that number', () => {
    expect(errorsOf({ ...danish, foreignNumber: ' ' })).toEqual({ foreignNumber: 'required' })
    expect(errorsOf({ ...danish, foreignNumber: 'x' })).toEqual({ foreignNumber: 'not-a-foreign-number' })
    expect(errorsOf({ ...danish, country: 'XX' })).toMatchObject({ country: 'unknown-country' })
    expect(errorsOf({ ...danish, country: 'SE' })).toEqual({ organisationNumber: 'required' })
  })

  test('may have left a number in the field that is hidden now', () => {
    const parsed = schema.parse({ ...danish, organisationNumber: '556026-9987' })
    expect(parsed).not.toHaveProperty('organisationNumber')
    expect(schema.parse({ ...answers, country: 'SE', foreignNumber: 'x' })).not.toHaveProperty('foreignNumber')
  })
})

describe('further contact persons', () => {
  const person = (place: number) => ({ contactName: `Person ${place}`, contactEmail: `person${place}@example.com` })
  const persons = (count: number) => Array.from({ length: count }, (_, place) => person(place))

  test('may be nine, with those left empty not counted', () => {
    const parsed = schema.parse({ ...answers, contacts: [{}, { contactName: ' ' }, ...persons(9)] })
    expect(parsed.contacts).toHaveLength(9)
    expect(errorsOf({ ...answers, contacts: persons(10) })).toEqual({ contacts: 'too-many-contacts' })
    expect(schema.parse({ ...answers, contacts: [] })).not.toHaveProperty('contacts')
  })

  test('are each told what is wrong with them', () => {
    const contacts = [
      person(0),
      {},
      { contactName: 'Bo Ek', contactPhone: '112' },
      { ...person(3), age: '50' },
      'Eva',
      null,
    ]
    expect(errorsOf({ ...answers, contacts })).toEqual({
      'contacts.2.contactEmail': 'required',
      'contacts.2.contactPhone': 'not-a-phone-number',
      'contacts.3.age': 'unknown-field',
      'contacts.4': 'wrong-type',
      'contacts.5': 'wrong-type',
    })
    expect(errorsOf({ ...answers, contacts: 'Bo Ek' })).toEqual({ contacts: 'wrong-type' })
  })
})

describe("the communicator's own questions", () => {
  const options = [{ value: 'a' }, { value: 'b' }]
  const question = (key: string, type: QuestionType, more: object = {}) =>
    ({ blockType: 'question', key, type, required: false, options, ...more }) as const
  const asked = signupAnswersSchema(
    {
      items: [
        ...form.items,
        question('text', 'text'),
        question('longText', 'longText'),
        question('number', 'number'),
        question('date', 'date'),
        question('one', 'one'),
        question('several', 'several', { required: true }),
        question('yesNo', 'yesNo', { required: true }),
        question('why', 'text', { required: true, showWhen: { name: 'yesNo', is: ['no'] } }),
      ],
      consents: [],
    },
    [{ slug: 'company' }],
  )
  const sent = (questions: unknown) => ({ ...answers, consents: {}, questions })
  const wrong = (questions: unknown) => {
    const parsed = asked.safeParse(sent(questions))
    return parsed.success ? {} : toSignupErrors(parsed.error)
  }

  test('are kept in one form, however they were answered', () => {
    const written = {
      text: ' Ja \t tack ',
      longText: 'En\r\ntvå',
      number: '−1 234,50',
      date: '20261025',
      one: 'b',
      several: 'a',
      yesNo: 'yes',
    }
    expect(asked.parse(sent(written)).questions).toEqual({
      text: 'Ja tack',
      longText: 'En\ntvå',
      number: -1234.5,
      date: '2026-10-25',
      one: 'b',
      several: ['a'],
      yesNo: true,
    })
    expect(asked.parse(sent({ several: ['b', 'a', 'b'], yesNo: true, number: 3, text: '' })).questions).toEqual({
      several: ['b', 'a'],
      yesNo: true,
      number: 3,
    })
  })

  test('are asked for when they are shown', () => {
    expect(wrong({})).toEqual({ 'questions.several': 'required', 'questions.yesNo': 'required' })
    expect(wrong(undefined)).toEqual({ 'questions.several': 'required', 'questions.yesNo': 'required' })
    expect(wrong({ several: [], yesNo: 'no' })).toEqual({
      'questions.several': 'required',
      'questions.why': 'required',
    })
    expect(wrong({ several: ['a'], yesNo: false, why: 'Därför' })).toEqual({})
    expect(asked.parse(sent({ several: ['a'], yesNo: true, why: 'Därför' })).questions).not.toHaveProperty('why')
  })

  test.each([
    [{ text: 'x'.repeat(501) }, 'too-long'],
    [{ text: ['x'] }, 'wrong-type'],
    [{ number: 'många' }, 'not-a-number'],
    [{ number: '1e5' }, 'not-a-number'],
    [{ number: '10 12' }, 'not-a-number'],
    [{ number: '1,000' }, 'ambiguous-number'],
    [{ number: '1.000' }, 'ambiguous-number'],
    [{ date: '2026-02-29' }, 'not-a-date'],
    [{ date: '22/11 2026' }, 'not-a-date'],
    [{ one: 'c' }, 'unknown-option'],
    [{ one: ['a'] }, 'wrong-type'],
    [{ several: ['a', 'c'] }, 'unknown-option'],
    [{ several: [['a']] }, 'wrong-type'],
    [{ yesNo: 'ja' }, 'wrong-type'],
    [{ secret: 'x' }, 'unknown-field'],
    [{ constructor: 'x' }, 'unknown-field'],
  ])('%j gives %s', (answer, code) => {
    const [key = ''] = Object.keys(answer)
    expect(wrong({ several: ['a'], yesNo: true, ...answer })).toEqual({ [`questions.${key}`]: code })
  })

  test('are told apart from a list and from nothing', () => {
    expect(wrong([])).toEqual({ questions: 'wrong-type' })
    expect(wrong(null)).toEqual({ questions: 'wrong-type' })
    expect(errorsOf({ ...answers, questions: {} })).toEqual({})
    expect(errorsOf({ ...answers, questions: { why: 'x' } })).toEqual({ 'questions.why': 'unknown-field' })
  })
})

describe('figures', () => {
  test.each([
    [{ turnover: '12 000 000 kr' }, { turnover: 12_000_000 }],
    [{ turnover: '12,000,000 SEK' }, { turnover: 12_000_000 }],
    [{ turnover: '0' }, { turnover: 0 }],
    [{ area: '450 m²' }, { area: 450 }],
    [{ area: 450 }, { area: 450 }],
  ])('%j is kept as %j', (figure, kept) => {
    expect(schema.parse({ ...answers, ...figure })).toMatchObject(kept)
  })

  test.each([
    { turnover: '12,5 miljoner' },
    { turnover: '12,50' },
    { turnover: '-1' },
    { area: '1.5' },
    { employees: '12345678' },
  ])('%j is none', (figure) => {
    expect(errorsOf({ ...answers, ...figure })).toEqual({ [Object.keys(figure)[0] ?? '']: 'not-a-number' })
  })
})

test('whatever is sent is either kept as what it should be or told by codes', () => {
  const names = [...signupFieldNames, 'questions', 'consents', 'status', 'toString', '__proto__']
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('DK', 'SE', '2026-10-25', ' ', '😀', '0'.repeat(500)),
  )
  const sent = fc
    .array(fc.tuple(fc.constantFrom(...names), anything), { maxLength: 8 })
    .map((pairs) => Object.fromEntries([...Object.entries(answers), ...pairs]))
  fc.assert(
    fc.property(fc.oneof(sent, anything), (given) => {
      const { data, error } = schema.safeParse(given)
      const known: readonly string[] = signupErrorCodes
      expect(error?.issues.filter(({ message }) => !known.includes(message)) ?? []).toEqual([])
      expect(data && storedAnswersSchema.safeParse(data).data).toEqual(data)
    }),
    { numRuns: 3000 },
  )
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
