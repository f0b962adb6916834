import { describe, expect, test } from 'vitest'
import { defuse, undefuse } from './defuse.ts'
import { readTable } from './read-table.ts'
import type { Cell } from './register-cells.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

async function* inParts(rows: Cell[][]) {
  for (const row of rows) yield [row]
}
const collect = async (parts: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of parts) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const files = {
  csv: (rows: Cell[][]) => collect(writeCsv(inParts(rows))),
  xlsx: (rows: Cell[][]) => collect(writeXlsx({ name: 'Medlemmar & fler', parts: inParts(rows) })),
}

describe('a cell that a spreadsheet would calculate', () => {
  test.each([
    '=1+1',
    '+46701740605',
    '-1',
    '@SUM(A1)',
    '\tTAB',
    '\rCR',
    '\0NUL',
    '＝1+1',
    '＠x',
    '";=1+1',
    ' =1',
    ";'=1",
    '\n=1',
  ])('%j is defused', (text) => expect(defuse(text)).toMatch(/^'/))

  test.each(['Åsa Öberg', 'O’Neill', "'t Hart", '10-19 anställda', 'a=b', 'mejl@example.com', '', '556026-9986'])(
    '%j is left as it is',
    (text) => expect(defuse(text)).toBe(text),
  )

  test('is what it was when the list comes back', () => {
    for (const text of ['=1+1', '+46701740605', "'t Hart", 'Åsa']) expect(undefuse(defuse(text))).toBe(text)
  })
})

describe.each(['csv', 'xlsx'] as const)('%s', (format) => {
  test('holds names of all kinds, numbers and days, and is read back the same', async () => {
    const rows: Cell[][] = [
      ['Namn', 'Antal', 'Dag'],
      ['Ängs & "Söner" <AB>; Å', 12, { day: '2024-02-29' }],
      ['Čáhput ᐃᓄᒃ مرحبا 🌲', null, null],
      ['två\nrader', 0, { day: '1999-12-31' }],
      [`=cmd|' /C calc'!A0`, 1_200_000, null],
    ]
    expect(await readTable(await files[format](rows))).toEqual([
      ['Namn', 'Antal', 'Dag'],
      ['Ängs & "Söner" <AB>; Å', '12', '2024-02-29'],
      ['Čáhput ᐃᓄᒃ مرحبا 🌲', '', ''],
      ['två\nrader', '0', '1999-12-31'],
      [`=cmd|' /C calc'!A0`, '1200000', ''],
    ])
  })

  test('cannot be broken by characters that it cannot hold', async () => {
    const table = await readTable(await files[format]([['Namn'], ['a\u0000b\u0007c\ud800d\uffff']]))
    expect(table).toEqual([['Namn'], ['abcd']])
  })
})

test('a list is read in every encoding that spreadsheets save in', async () => {
  const text = 'Namn;Ort\r\nÅkeri;Örebro\r\n'
  const expected = [
    ['Namn', 'Ort'],
    ['Åkeri', 'Örebro'],
  ]
  const withoutBlank = (table: unknown) => (Array.isArray(table) ? table.slice(0, 2) : table)
  for (const bytes of [
    Buffer.from(text, 'utf8'),
    Buffer.from(`\ufeff${text}`, 'utf8'),
    Buffer.from(`\ufeff${text.replaceAll(';', '\t')}`, 'utf16le'),
    Buffer.from(text, 'latin1'),
    Buffer.from(text.replaceAll(';', ',')),
  ])
    expect(withoutBlank(await readTable(bytes))).toEqual(expected)
})
