import { defuse } from './defuse.ts'
import type { Cell } from './register-cells.ts'

/** Swedish and English spreadsheets alike take a file for UTF-8 that begins so, and find the columns by themselves. */
const byteOrderMark = '\ufeff'
const separator = ';'

const toText = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'string' ? defuse(cell) : cell.day
}

const quoted = (text: string): string => (/[";,\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const lineOf = (cells: readonly Cell[]): string => `${cells.map((cell) => quoted(toText(cell))).join(separator)}\r\n`

/** A list as comma-separated values (with semicolons, as European spreadsheets want them), a part at a time. */
export async function* writeCsv(parts: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let isFirst = true
  for await (const rows of parts) {
    yield encoder.encode(`${isFirst ? byteOrderMark : ''}${rows.map(lineOf).join('')}`)
    isFirst = false
  }
}
