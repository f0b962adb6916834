import { describe, expect, test } from 'vitest'
import {
  formatOrganisationNumber,
  formOfOrganisation,
  isOrganisationNumber,
  maskPersonalNumber,
  maskPersonalNumberIn,
  numberOf,
  readOrganisationNumber,
  unmaskPersonalNumberIn,
} from './organisation-number.ts'

describe('numbers of legal persons', () => {
  test.each([
    '556026-9986',
    '212000-0142',
    '212000-1355',
    '202100-5448',
    '202100-5489',
    '202100-6883',
    '802002-8711',
    '556012-5790',
    '559999-0008',
    '559999-0016',
    '559999-0024',
    '802999-0002',
    '769999-0003',
    '969999-0009',
  ])('%s is one', (number) => {
    expect(readOrganisationNumber(number)).toEqual({ digits: number.replace('-', ''), kind: 'legal' })
  })

  test.each([
    '5560269986',
    ' 556026 – 9986',
    '556026\u00a0\u20119986',
    '556026−9986',
    '16556026-9986',
    '165560269986',
    'SE556026998601',
    'se556026998601',
    'SE 556026-9986 01',
    '55602\uff16998\uff16',
  ])('"%s" is another way to write 556026-9986', (text) => {
    expect(readOrganisationNumber(text)).toEqual({ digits: '5560269986', kind: 'legal' })
  })
})

describe('numbers of sole traders', () => {
  test.each(['121212-1212', '640823-3234', '811218-9876', '701063-2391'])('%s is told from a company’s', (number) => {
    expect(readOrganisationNumber(number)?.kind).toBe('sole-trader')
  })

  test('the century may be written', () => {
    expect(readOrganisationNumber('19640823-3234')).toEqual({ digits: '6408233234', kind: 'sole-trader' })
  })

  test('the prefix of legal persons does not go with them', () => {
    expect(isOrganisationNumber('16121212-1212')).toBe(false)
    expect(isOrganisationNumber('19556026-9986')).toBe(false)
  })

  test('lists show them masked', () => {
    expect(maskPersonalNumber('1212121212')).toBe('••••••-••••')
    expect(maskPersonalNumber('5560269986')).toBe('5560269986')
  })
})

describe('what is no organisation number', () => {
  test.each([
    '556026-9987',
    '556000-0000',
    '123456-7890',
    '111111-1111',
    '556123-1234',
    '556789-1234',
    '55602-69986x',
    '556026998',
    '55602699860',
    '',
    'abcdefghij',
    '000000-0000',
    '15556026-9986',
    'SE5560269986',
    'SE556026998701',
    'SE556026998602',
    '٥٥٦٠٢٦٩٩٨٦',
  ])('"%s"', (text) => {
    expect(readOrganisationNumber(text)).toBeNull()
  })
})

test.each([
  ['5560269986', 'limited-company'],
  ['2120000142', 'public-body'],
  ['8020028711', 'non-profit'],
  ['7699990003', 'economic-association'],
  ['9699990009', 'partnership'],
  ['1212121212', 'sole-trader'],
  ['7010632391', 'sole-trader'],
  ['4020028710', 'unknown'],
])('%s is of a %s', (digits, form) => {
  expect(formOfOrganisation(digits)).toBe(form)
})

test('a number of a form that is not known is accepted', () => {
  expect(readOrganisationNumber('402002-8710')?.kind).toBe('legal')
})

test('a number is shown with its dash', () => {
  expect(formatOrganisationNumber('5560269986')).toBe('556026-9986')
  expect(formatOrganisationNumber('DK 12345678')).toBe('DK 12345678')
})

test('an organisation is known by one number, wherever it is from', () => {
  expect(numberOf({ country: 'SE', organisationNumber: '5560269986' })).toBe('5560269986')
  expect(numberOf({ organisationNumber: '5560269986' })).toBe('5560269986')
  expect(numberOf({ country: 'DK', foreignNumber: 'CVR 12.34 56-78' })).toBe('DK CVR12345678')
  expect(numberOf({ country: 'DK' })).toBeNull()
  expect(maskPersonalNumber('DK 12345678')).toBe('DK 12345678')
})

test.each([
  ['121212-1212 (enskild firma)', '••••••-•••• (enskild firma)'],
  ['SE121212121201', 'SE••••••••••01'],
  ['0007:1212121212\n121212–1212', '0007:••••••••••\n••••••-••••'],
  ['070-121 21 21', '070-121 21 21'],
])('the number of a sole trader is taken out of “%s”, and put back', (text, masked) => {
  expect(maskPersonalNumberIn(text, '1212121212')).toBe(masked)
  expect(unmaskPersonalNumberIn(masked, '1212121212')).toBe(text.replace('–', '-'))
})
