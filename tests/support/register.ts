import { z } from 'zod'
import { administrator } from './settings.ts'

const toldSchema = z.object({ row: z.number().nullable(), column: z.string().nullable(), message: z.string() })
const reportSchema = z.object({
  rows: z.number(),
  creates: z.number(),
  updates: z.number(),
  unchanged: z.number(),
  faulty: z.number(),
  problems: z.array(toldSchema),
  warnings: z.array(toldSchema),
  changes: z.array(toldSchema),
  saved: z.number(),
  remaining: z.number(),
  contacts: z.number(),
})

interface Imported {
  status: number
  report: z.infer<typeof reportSchema> | null
  text: string
}

/** A membership officer at the register as a whole. */
export interface RegisterClerk {
  /** The register as a file: `csv`, `xlsx` or `print`. Throws unless it is given out. */
  takesOut: (format: 'csv' | 'xlsx' | 'print', query?: string) => Promise<Buffer>
  /** The rows of the CSV file below its headings, by the heading. */
  lists: (query?: string) => Promise<Record<string, string>[]>
  /** Sends a list: to be told what it would do, or to have it done. */
  sendsList: (list: Uint8Array | string, options?: { apply?: boolean; contactsKnow?: boolean }) => Promise<Imported>
}

/** Cells of a line of our own CSV file. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )

export const createRegisterClerk = async (url: string, { email, password } = administrator): Promise<RegisterClerk> => {
  const login = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const { token } = z.object({ token: z.string() }).parse(await login.json())
  const authorization = `JWT ${token}`

  const takesOut = async (format: string, query = '') => {
    const response = await fetch(`${url}/api/register/${format}?language=sv&${query}`, { headers: { authorization } })
    const bytes = Buffer.from(await response.arrayBuffer())
    if (!response.ok) throw new Error(`The register was not given out: ${response.status} ${bytes.toString()}`)
    return bytes
  }
  return {
    takesOut,
    lists: async (query) => {
      const [headings = '', ...lines] = (await takesOut('csv', query)).toString().replace('\ufeff', '').split('\r\n')
      const names = cellsOf(headings)
      return lines
        .filter(Boolean)
        .map((line) => Object.fromEntries(cellsOf(line).map((cell, place) => [names[place] ?? '', cell])))
    },
    sendsList: async (list, { apply = false, contactsKnow = false } = {}) => {
      const wishes = `${apply ? '&apply=1' : ''}${contactsKnow ? '&know=1' : ''}`
      const response = await fetch(`${url}/api/register/import?file=lista.csv${wishes}`, {
        method: 'POST',
        headers: { authorization, 'accept-language': 'sv', 'content-type': 'application/octet-stream' },
        body: typeof list === 'string' ? list : new Uint8Array(list),
      })
      const text = await response.text()
      return { status: response.status, text, report: response.ok ? reportSchema.parse(JSON.parse(text)) : null }
    },
  }
}
