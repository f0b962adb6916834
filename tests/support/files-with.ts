import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { MongoClient } from 'mongodb'
import { simpleParser } from 'mailparser'
import type { Store } from './databases.ts'

/** Everything that a file says: byte for byte, and unpacked where it is packed. */
const saidIn = async (path: string): Promise<string> => {
  const bytes = await readFile(path)
  const plain = `${bytes.toString('utf8')}\n${bytes.toString('latin1')}`
  if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString('utf8')
  if (path.endsWith('.gz')) return gunzipSync(bytes).toString('utf8')
  if (path.endsWith('.eml')) return `${plain}\n${JSON.stringify(await simpleParser(bytes))}`
  return plain
}

/** The files below a directory in which a word stands, whatever its capitals. */
export const filesWith = async (directory: string, word: string): Promise<string[]> => {
  const found: string[] = []
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    if ((await saidIn(path)).toLowerCase().includes(word.toLowerCase())) found.push(relative(directory, path))
  }
  return found
}

/** The same of all that a CMS keeps: the collections of MongoDB are told beside the files. */
export const placesWith = async ({ dataDirectory, settings }: Store, word: string): Promise<string[]> => {
  const files = await filesWith(dataDirectory, word)
  const url = settings['DATABASE_URL']
  if (!url) return files
  const client = await MongoClient.connect(url)
  try {
    const collections = await client.db().listCollections().toArray()
    const texts = await Promise.all(
      collections.map(async ({ name }) => [name, JSON.stringify(await client.db().collection(name).find().toArray())]),
    )
    return [
      ...files,
      ...texts.flatMap(([name = '', text = '']) => (text.toLowerCase().includes(word.toLowerCase()) ? [name] : [])),
    ]
  } finally {
    await client.close()
  }
}
