import { readFile, writeFile } from 'node:fs/promises'
import { BSON, type Db, type Document, type IndexDescription } from 'mongodb'
import { z } from 'zod'

/** A collection with all that is in it. Its indexes are part of it: a server needs far longer to make them later. */
const collectionSchema = z.object({
  name: z.string(),
  indexes: z.array(z.custom<IndexDescription>()),
  documents: z.array(z.custom<Document>()),
})

const contentsOf = async (database: Db, name: string) => ({
  name,
  indexes: (await database.collection(name).indexes()).filter((index) => index.name !== '_id_'),
  documents: await database.collection(name).find().toArray(),
})

/** Writes a database to a file. */
export const copyDatabase = async (database: Db, file: string): Promise<void> => {
  const collections = await database.listCollections({}, { nameOnly: true }).toArray()
  const contents = await Promise.all(collections.map(({ name }) => contentsOf(database, name)))
  await writeFile(file, BSON.serialize({ contents }))
}

/** Makes in an empty database what was written to a file. */
export const restoreDatabase = async (database: Db, file: string): Promise<void> => {
  const { contents } = BSON.deserialize(await readFile(file))
  for (const { name, indexes, documents } of z.array(collectionSchema).parse(contents)) {
    const collection = await database.createCollection(name)
    if (indexes.length > 0) await collection.createIndexes(indexes)
    if (documents.length > 0) await collection.insertMany(documents)
  }
}
