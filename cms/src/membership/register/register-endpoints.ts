import { APIError, type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { isLanguage, type Language } from 'shared/languages'
import { dayInSweden } from 'shared/membership/calendar-date'
import { adminLanguage, sayAdmin } from 'shared/translations/admin'
import { z } from 'zod'
import { hasRole } from '../../access.ts'
import { sayTo } from '../../content/refusals.ts'
import { auditedName, writeAudit } from '../audit-log.ts'
import { codeOf } from '../error-code.ts'
import { importMembers } from './import-members.ts'
import { printRegister } from './print-register.ts'
import { readTable } from './read-table.ts'
import { cellsOf, type CellOptions, headingsIn, readPlanNames } from './register-cells.ts'
import { registerRows, type WantedRows } from './register-rows.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const mostBytes = 10_000_000

const requireOfficer = (req: PayloadRequest): void => {
  if (!hasRole(req, 'administrator', 'membershipOfficer')) throw new Forbidden(req.t)
}

const refuse = (req: PayloadRequest, key: Parameters<typeof sayTo>[1]): APIError =>
  new APIError(sayTo(req, key), 400, null, true)

const querySchema = z.object({
  on: z.iso.date().nullish(),
  left: z.string().optional(),
  personal: z.string().optional(),
  language: z.string().optional(),
})

interface Wanted extends WantedRows {
  withPersonal: boolean
  language: Language
}

const wantedOf = (req: PayloadRequest): Wanted => {
  const query = querySchema.safeParse({
    ...Object.fromEntries(req.searchParams ?? new URLSearchParams()),
    on: req.searchParams?.get('on') || null,
  })
  if (!query.success) throw refuse(req, 'register.on.malformed')
  const { on, left, personal, language } = query.data
  return {
    on: on ?? null,
    withLeft: left === '1',
    withPersonal: personal === '1',
    language: isLanguage(language) ? language : adminLanguage(req),
  }
}

/** What was taken out of the register, by whom: asked for after a leak, and so noted before it begins. */
const noteExport = (req: PayloadRequest, format: string, { on, withLeft, withPersonal }: Wanted): Promise<void> =>
  writeAudit(req.payload, {
    act: 'register-exported',
    by: auditedName(req),
    details: [format, ...(on ? [on] : []), ...(withLeft ? ['left'] : []), ...(withPersonal ? ['personal'] : [])].join(
      ', ',
    ),
  })

/** A stream that ends broken when something goes wrong, so that half a list is not taken for a whole one. */
const streamOf = (req: PayloadRequest, parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      try {
        const { value, done } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        req.payload.logger.error(`The register could not be written out to its end (${codeOf(error)}).`)
        controller.error(error)
      }
    },
    cancel: async () => {
      await parts.return(undefined)
    },
  })

async function* rowsWithHeadings(req: PayloadRequest, wanted: Wanted, options: CellOptions) {
  yield [headingsIn(options.language)]
  for await (const members of registerRows(req.payload, wanted)) yield members.map((member) => cellsOf(member, options))
}

const attachment = (type: string, { language, on }: Wanted, extension: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${sayAdmin(language, 'register.file')}-${on ?? dayInSweden(new Date())}.${extension}"`,
  'x-content-type-options': 'nosniff',
})

/** `GET /api/register/csv?on=2026-01-01&left=1&personal=1`: the register as comma-separated values. */
const csv: Endpoint = {
  path: '/register/csv',
  method: 'get',
  handler: async (req) => {
    requireOfficer(req)
    const wanted = wantedOf(req)
    await noteExport(req, 'csv', wanted)
    const options = { ...wanted, plans: await readPlanNames(req.payload) }
    return new Response(streamOf(req, writeCsv(rowsWithHeadings(req, wanted, options))), {
      headers: attachment('text/csv; charset=utf-8', wanted, 'csv'),
    })
  },
}

/** `GET /api/register/xlsx`: the same as a workbook. */
const xlsx: Endpoint = {
  path: '/register/xlsx',
  method: 'get',
  handler: async (req) => {
    requireOfficer(req)
    const wanted = wantedOf(req)
    await noteExport(req, 'xlsx', wanted)
    const options = { ...wanted, plans: await readPlanNames(req.payload) }
    const name = sayAdmin(wanted.language, 'register.sheet')
    return new Response(streamOf(req, writeXlsx({ name, parts: rowsWithHeadings(req, wanted, options) })), {
      headers: attachment('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', wanted, 'xlsx'),
    })
  },
}

const settingsSchema = z.object({ name: z.string().nullish() })

/** `GET /api/register/print`: the register as a page to print. */
const print: Endpoint = {
  path: '/register/print',
  method: 'get',
  handler: async (req) => {
    requireOfficer(req)
    const wanted = wantedOf(req)
    await noteExport(req, 'print', wanted)
    const settings: unknown = await req.payload.findGlobal({ slug: 'site-settings', depth: 0 })
    const page = printRegister({
      ...wanted,
      parts: registerRows(req.payload, wanted),
      plans: await readPlanNames(req.payload),
      on: wanted.on ?? dayInSweden(new Date()),
      organisation: settingsSchema.parse(settings).name ?? '',
    })
    return new Response(streamOf(req, page), { headers: { 'content-type': 'text/html; charset=utf-8' } })
  },
}

const readBytes = async (req: PayloadRequest): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = []
  let length = 0
  if (!req.body) return new Uint8Array()
  for await (const chunk of req.body) {
    length += chunk.length
    if (length > mostBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * `POST /api/register/import?file=members.csv`: tells what a list would do to the register. With `apply=1` it does a part of
 * that; the one who asks goes on until `remaining` is 0. With `know=1` new contact persons are not written to.
 */
const importList: Endpoint = {
  path: '/register/import',
  method: 'post',
  handler: async (req) => {
    requireOfficer(req)
    const bytes = await readBytes(req)
    if (!bytes) throw refuse(req, 'import.file.too-large')
    const table = bytes.length === 0 ? 'empty' : await readTable(bytes)
    if (typeof table === 'string') throw refuse(req, `import.file.${table}`)
    const apply = req.searchParams?.get('apply') === '1'
    const fileName = (req.searchParams?.get('file') ?? '').slice(0, 200)
    const contactsKnow = req.searchParams?.get('know') === '1'
    const report = await importMembers(req, table, { apply, fileName, contactsKnow })
    if (report.saved > 0) {
      await writeAudit(req.payload, { act: 'register-imported', by: auditedName(req), details: String(report.saved) })
    }
    return Response.json(report)
  },
}

export const registerEndpoints: Endpoint[] = [csv, xlsx, print, importList]
