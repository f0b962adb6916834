import { languages } from 'shared/languages'
import { adminText } from 'shared/translations/admin'
import { describe, expect, test } from 'vitest'
import { memberColumns, type MemberColumnName } from '../member-columns.ts'
import { columnOf, isWrittenColumn, readCell } from './import-columns.ts'

const plans = new Map([
  ['7', { rawId: 7, slug: 'small', names: { sv: 'Liten organisation', en: 'Small organisation' } }],
])

const read = (name: MemberColumnName, text: string, isSwedish = true) => {
  const column = memberColumns.find((each) => each.name === name)
  if (!column || !isWrittenColumn(column)) throw new Error(`Nobody writes in the column ${name}.`)
  const cell = readCell(column, text, { plans, isSwedish })
  return 'value' in cell ? cell.value : cell.problem
}

describe('a heading', () => {
  test.each(memberColumns.map(({ name }) => name))('of our own lists is known in both languages: %s', (name) => {
    for (const language of languages) expect(columnOf(adminText(`members.${name}`)[language])?.name).toBe(name)
  })

  test.each([
    ['ORG.NR', 'organisationNumber'],
    ['Org nr', 'organisationNumber'],
    [' e-post ', 'contactEmail'],
    ['Företag', 'organisationName'],
    ['Postnr.', 'postalCode'],
    ['Member since', 'joinedOn'],
  ])('that people write is known: %s', (heading, name) => expect(columnOf(heading)?.name).toBe(name))

  test('that means nothing here is not guessed at', () => expect(columnOf('Favoritfärg')).toBeNull())
})

test.each([
  ['organisationNumber', '16556026-9986', '556026-9986'],
  ['organisationNumber', '5560269987', 'not-an-organisation-number'],
  ['postalCode', 'SE-111 20', '11120'],
  ['postalCode', '011 20', 'not-a-postal-code'],
  ['contactPhone', '070-174 06 05', '+46701740605'],
  ['contactPhone', '🙂', 'not-a-phone-number'],
  ['contactEmail', 'Anna@Företag.example', 'Anna@xn--fretag-wxa.example'],
  ['website', 'www.example.org', 'https://www.example.org/'],
  ['employees', '1 200', 1200],
  ['employees', '1.000', 1000],
  ['employees', '1,000', 1000],
  ['employees', '12,0', 12],
  ['turnover', '1.200.000', 1_200_000],
  ['employees', '12.5', 'not-a-count'],
  ['employees', '-3', 'not-a-count'],
  ['employees', 'tolv', 'not-a-count'],
  ['joinedOn', '2024-02-29', '2024-02-29'],
  ['joinedOn', '2023-02-29', 'not-a-day'],
  ['joinedOn', '20240229', '2024-02-29'],
  ['joinedOn', '4.5.2018', '2018-05-04'],
  ['joinedOn', '2018-05-04 00:00:00', '2018-05-04'],
  ['joinedOn', '31/2', 'not-a-day'],
  ['listed', 'JA', true],
  ['listed', 'nej', false],
  ['listed', 'x', true],
  ['listed', 'kanske', 'not-yes-or-no'],
  ['country', 'Danmark', 'DK'],
  ['country', 'denmark', 'DK'],
  ['country', 'fi', 'FI'],
  ['country', 'Narnia', 'unknown-country'],
  ['plan', 'small', '7'],
  ['plan', 'LITEN ORGANISATION', '7'],
  ['plan', 'jättestor', 'unknown-plan'],
  ['vatNumber', 'SE 556026-9986 01', 'SE556026998601'],
  ['peppolId', '0007:5560269986', '0007:5560269986'],
  ['organisationName', `Ö${'x'.repeat(500)}`, 'too-long'],
  ['organisationName', 'Čáhput  &\tO’Neill', 'Čáhput & O’Neill'],
] as const)('in %s, %j is read as %j', (name, text, value) => expect(read(name, text)).toBe(value))

test('a postal code from abroad is kept as it is written', () => {
  expect(read('postalCode', 'DK-2100', false)).toBe('DK-2100')
})
