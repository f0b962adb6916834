import { type Language, languageLocales } from 'shared/languages'
import { adminText, sayAdmin } from 'shared/translations/admin'
import type { MemberRow } from '../member-row.ts'
import { memberColumns, type MemberColumnName } from '../member-columns.ts'
import { type Cell, cellOf, type CellOptions } from './register-cells.ts'

/** What fits on a sheet of paper, lying: what the law wants a register of members to say, and whom to call. */
const printed: readonly MemberColumnName[] = [
  'memberNumber',
  'organisationName',
  'organisationNumber',
  'streetAddress',
  'postalCode',
  'city',
  'contactName',
  'contactEmail',
  'plan',
  'joinedOn',
  'leavingOn',
]
const columns = memberColumns.filter(({ name }) => printed.includes(name))

const style = `
  @page { size: A4 landscape; margin: 12mm; }
  body { margin: 1.5rem; color: #000; background: #fff; font: 10pt/1.35 system-ui, sans-serif; }
  h1 { margin: 0; font-size: 1.4rem; } p { margin: .3rem 0 1rem; }
  table { width: 100%; border-collapse: collapse; font-size: 8.5pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  th, td { padding: .25rem .4rem; border-bottom: 1px solid #999; text-align: left; vertical-align: top; overflow-wrap: break-word; }
  .contactEmail { overflow-wrap: anywhere; } .organisationNumber, .postalCode, .joinedOn, .leavingOn { white-space: nowrap; } main { overflow-x: auto; }
  th { border-bottom: 2px solid #000; } .number { text-align: right; }
  @media print { body { margin: 0; } .hint { display: none; } }`

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

const toText = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.day
  return escape(String(cell))
}

interface Printed extends CellOptions {
  parts: AsyncIterable<MemberRow[]>
  on: string
  organisation: string
}

/** The register as a page to print, a part at a time. */
export async function* printRegister({ parts, on, organisation, ...options }: Printed): AsyncGenerator<Uint8Array> {
  const { language } = options
  const encoder = new TextEncoder()
  const title = escape(sayAdmin(language, 'register.print.title', { organisation }))
  const day = dayIn(language, on)
  const heads = columns.map(({ name }) => `<th scope="col">${adminText(`members.${name}`)[language]}</th>`).join('')
  yield encoder.encode(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${title}, ${on}</title><style>${style}</style></head><body><main><h1>${title}</h1>` +
      `<p>${escape(sayAdmin(language, 'register.print.as-of', { day }))} <span class="hint">${escape(sayAdmin(language, 'register.print.hint'))}</span></p>` +
      `<table><thead><tr>${heads}</tr></thead><tbody>`,
  )
  let count = 0
  for await (const members of parts) {
    count += members.length
    const rows = members.map(
      (member) =>
        `<tr>${columns.map((column) => `<td class="${column.kind === 'count' ? 'number' : column.name}">${toText(cellOf(column, member, options))}</td>`).join('')}</tr>`,
    )
    yield encoder.encode(rows.join(''))
  }
  yield encoder.encode(
    `</tbody></table><p>${escape(sayAdmin(language, 'register.print.count', { count }))}</p></main></body></html>`,
  )
}

const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
