import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Payload } from 'payload'
import { z } from 'zod'
import { env } from '../env.ts'
import { tagOfAddress } from './personal-link.ts'

// Who was erased comes back when an older copy of the database is put in place. So what stands for their addresses lies
// beside the database, in a file that only grows, and is gone through again every night.

const listFile = join(env.DATA_DIR, 'erased.jsonl')
const lineSchema = z.object({ address: z.string(), at: z.string() })

/** Notes, by what stands for the address, that its owner was erased. */
export const noteErasure = async (payload: Payload, email: string): Promise<void> => {
  await mkdir(dirname(listFile), { recursive: true })
  const line = { address: tagOfAddress(payload, email), at: new Date().toISOString() }
  await appendFile(listFile, `${JSON.stringify(line)}\n`, { flush: true })
}

/** When the owner of an address was erased last, by what stands for it. */
export const readErasures = async (): Promise<Map<string, Date>> => {
  const text = await readFile(listFile, 'utf8').catch(() => '')
  const lines = text.split('\n').flatMap((line) => {
    try {
      return line ? [lineSchema.parse(JSON.parse(line))] : []
    } catch {
      return [] // a line that was cut off by a crash
    }
  })
  return new Map(lines.map(({ address, at }) => [address, new Date(at)]))
}
