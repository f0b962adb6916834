/**
 * Imported before a CMS that is to be broken, so that drills can show that they find it out: a line of its source is read
 * differently. `BROKEN_BUILD` names which.
 */
import { registerHooks } from 'node:module'
import { z } from 'zod'

interface Fault {
  file: string
  line: string
  instead: string
}

const faults = {
  'acknowledges before it stores': {
    file: '/cms/src/membership/receive-signup.ts',
    line: 'if (await insert(payload, row)) {',
    instead: 'if (setTimeout(() => void insert(payload, row).catch(() => undefined), 400)) {',
  },
  'fails at what is no JSON': {
    file: '/cms/src/membership/receive-signup.ts',
    line: "if (json === undefined) return refuseRequest(400, 'unreadable')",
    instead: "if (json === undefined) throw new Error('What is this?')",
  },
  'keeps something of whatever it is sent': {
    file: '/cms/src/membership/receive-signup.ts',
    line: 'const body = await readBody(req)',
    instead: 'const body = await readBody(req); (globalThis.kept ??= []).push(Buffer.alloc(10_000, 1))',
  },
} satisfies Record<string, Fault>
export type BrokenBuild = keyof typeof faults

const names: readonly string[] = Object.keys(faults)
const isBrokenBuild = (name: unknown): name is BrokenBuild => names.includes(String(name))
const { file, line, instead } = faults[z.custom<BrokenBuild>(isBrokenBuild).parse(process.env['BROKEN_BUILD'])]

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context)
    if (!url.endsWith(file)) return loaded
    const source = new TextDecoder().decode(z.instanceof(Uint8Array).parse(loaded.source))
    if (!source.includes(line)) throw new Error(`${file} has no line "${line}" to break.`)
    return { ...loaded, source: source.replace(line, () => instead) }
  },
})
