import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** A file that belongs to the code and not to the content: styles, scripts, fonts, the icon. */
export interface Asset {
  path: string // on the site: `/_astro/page.Cx2v.css`
  type: string
  read: () => Promise<Buffer>
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The Content-Type of a file, by the ending of its name. */
export const typeOfFile = (name: string): string => types[extname(name).toLowerCase()] ?? 'application/octet-stream'

const filesBelow = async (directory: string): Promise<string[]> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** The assets among the compiled pages in `bundleDirectory`. */
export const readAssets = async (bundleDirectory: string): Promise<Asset[]> => {
  const directory = join(bundleDirectory, 'client')
  return (await filesBelow(directory)).map((file) => ({
    path: `/${relative(directory, file).split(sep).join('/')}`,
    type: typeOfFile(file),
    read: () => readFile(file),
  }))
}

/** One hash for the compiled pages in `bundleDirectory` and the addresses that they are rendered for. */
export const readBundleId = async (bundleDirectory: string, addresses: string[]): Promise<string> => {
  const hash = createHash('sha256').update(addresses.join(' '))
  for (const part of ['client', 'server']) {
    for (const file of await filesBelow(join(bundleDirectory, part))) hash.update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}
