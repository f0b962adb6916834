import { randomUUID } from 'node:crypto'
import { cp, rm } from 'node:fs/promises'
import { MongoClient } from 'mongodb'
import { inject } from 'vitest'
import { restoreDatabase } from './mongo-copy.ts'
import { quickDirectory } from './quick-directory.ts'

/** A stored example organisation that every test takes its own copy of; made once per run. */
export interface ExampleStore {
  dataDirectory: string
  /** The replica set's address without a database's name, and the file that the example is restored from; undefined means SQLite in the data directory. */
  mongo: { url: string; copy: string } | undefined
}

declare module 'vitest' {
  interface ProvidedContext {
    example: ExampleStore
  }
}

/** Where one server keeps everything: settings to start it with, and a way to be rid of it. */
export interface Store {
  dataDirectory: string
  settings: Record<string, string>
  remove: () => Promise<void>
}

/** `mongodb://host:1/?replicaSet=rs` and `web` => `mongodb://host:1/web?replicaSet=rs` */
export const withDatabase = (url: string, database: string): string => {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** Asks a MongoDB something, on a connection for just that. */
export const inMongo = async <Result>(url: string, act: (client: MongoClient) => Promise<Result>): Promise<Result> => {
  const client = await MongoClient.connect(url)
  try {
    return await act(client)
  } finally {
    await client.close()
  }
}

/** A place of one's own for one server, empty or with the example organisation in it, on the database of this run. */
export const createStore = async (content: 'none' | 'example'): Promise<Store> => {
  const { dataDirectory: exampleDirectory, mongo } = inject('example')
  const dataDirectory = await quickDirectory('test')
  const database = `test-${randomUUID()}`
  if (content === 'example') {
    await cp(exampleDirectory, dataDirectory, { recursive: true })
    if (mongo) await inMongo(mongo.url, (client) => restoreDatabase(client.db(database), mongo.copy))
  }
  return {
    dataDirectory,
    settings: { DATA_DIR: dataDirectory, ...(mongo ? { DATABASE_URL: withDatabase(mongo.url, database) } : {}) },
    remove: async () => {
      await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
      if (mongo) await inMongo(mongo.url, (client) => client.db(database).dropDatabase())
    },
  }
}
