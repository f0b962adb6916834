import { Zip, ZipDeflate } from 'fflate'
import { defuse } from './defuse.ts'
import type { Cell } from './register-cells.ts'

interface Sheet {
  name: string
  /** The first row of the first part holds the headings. */
  parts: AsyncIterable<Cell[][]>
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The files of a workbook besides its sheet. Style 1 is a heading, style 2 a day. */
const filesAround = (sheetName: string): Record<string, string> => ({
  '[Content_Types].xml':
    `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
})

const sheetStart =
  `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
  '</sheetView></sheetViews><sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/><sheetData>'

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569 // since 30 December 1899

/** @example columnName(27) // 'AB' */
const columnName = (place: number): string =>
  `${place < 26 ? '' : columnName(Math.floor(place / 26) - 1)}${String.fromCharCode(65 + (place % 26))}`

const cellOf = (cell: Cell, address: string, isHeading: boolean): string => {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell !== 'string') return `<c r="${address}" s="2"><v>${dayNumber(cell.day)}</v></c>`
  // An inline text is never a formula, but one might be made of it when the list is saved in another format.
  const text = escaped(defuse(cell))
  return `<c r="${address}" t="inlineStr"${isHeading ? ' s="1"' : ''}><is><t xml:space="preserve">${text}</t></is></c>`
}

/** A workbook with one sheet, a part at a time, so that a long list takes no more memory than a short one. */
export async function* writeXlsx({ name, parts }: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const take = () => {
    const taken = ready
    ready = []
    return taken
  }
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 })
    zip.add(file)
    return file
  }
  for (const [path, content] of Object.entries(filesAround(name))) open(path).push(encoder.encode(content), true)

  const sheet = open('xl/worksheets/sheet1.xml')
  sheet.push(encoder.encode(sheetStart))
  yield* take()
  let number = 0
  for await (const rows of parts) {
    const written = rows.map((cells) => {
      number += 1
      const row = cells.map((cell, place) => cellOf(cell, `${columnName(place)}${number}`, number === 1))
      return `<row r="${number}">${row.join('')}</row>`
    })
    sheet.push(encoder.encode(written.join('')))
    yield* take()
  }
  sheet.push(encoder.encode('</sheetData></worksheet>'), true)
  zip.end()
  yield* take()
}
