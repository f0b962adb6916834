import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { undefuse } from './defuse.ts'

/** A list as it was sent: its cells as texts, the headings first. Row 1 is the first row, as spreadsheets count. */
export type Table = string[][]

const mostBytesUnpacked = 100_000_000
const mostRows = 20_000

export type TableProblem = 'unreadable' | 'too-large' | 'empty'

/** Reads a list in a workbook or as comma-separated values, in any of the encodings that spreadsheets save in. */
export const readTable = async (bytes: Uint8Array): Promise<Table | TableProblem> => {
  const rows = isZip(bytes) ? await readWorkbook(bytes) : readCsv(bytes)
  if (typeof rows === 'string') return rows
  if (rows.length > mostRows) return 'too-large'
  return rows.some((row) => row.some(Boolean)) ? rows : 'empty'
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const readWorkbook = async (bytes: Uint8Array): Promise<Table | TableProblem> => {
  try {
    let unpacked = 0
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        return false // only to know how large it would become
      },
    })
    if (unpacked > mostBytesUnpacked) return 'too-large'
    const sheet = await readSheet(Buffer.from(bytes))
    return sheet.map((row) => row.map(cellToText))
  } catch {
    return 'unreadable'
  }
}

const cellToText = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej'
  return typeof cell === 'number' || typeof cell === 'string' ? clean(String(cell)) : ''
}

const clean = (text: string): string => undefuse(text.normalize('NFC').trim())

const readCsv = (bytes: Uint8Array): Table | TableProblem => {
  const text = decode(bytes)
  if (text === null) return 'unreadable'
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
    return rows.map((row) => row.map(clean))
  } catch {
    return 'unreadable'
  }
}

/** What Excel and its like save: UTF-8, UTF-16 as "Unicode text", or the old Western encoding. */
const decode = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.includes(0)) return null // a picture, a program, anything but text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator that there is most of in the headings. */
const delimiterOf = (text: string): string => {
  const headings = text.slice(0, text.search(/[\r\n]|$/))
  const count = (separator: string) => headings.split(separator).length
  return [';', ',', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ';'
}
