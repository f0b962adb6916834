// A spreadsheet takes a text that begins so for a formula; some of them also after a quotation mark or a separator.
const formulaStart = /^["';,\s]*[=+\-@\p{Cc}＝＋－＠﹢﹣﹦﹫]/u
const unwritable = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu

/**
 * A text as a cell of a list that is opened in a spreadsheet: with a leading apostrophe where it would be taken for a formula,
 * and without characters that such a file cannot hold.
 * @example defuse('=HYPERLINK("https://evil.example")') // '\'=HYPERLINK("https://evil.example")'
 */
export const defuse = (text: string): string => `${formulaStart.test(text) ? "'" : ''}${text.replace(unwritable, '')}`

/**
 * The text that a cell was made from, when somebody sends a list back that came from here.
 * @example undefuse('\'+46701740605') // '+46701740605'
 */
export const undefuse = (cell: string): string =>
  cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell
