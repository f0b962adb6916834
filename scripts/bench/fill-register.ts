/**
 * Stores so many members with their history, as the CMS leaves them: `node scripts/bench/fill-register.ts 10000`, started
 * with the settings of a CMS that does not run.
 */
import '../../cms/src/faster-imports.ts'
import { getPayload } from 'payload'
import { migrateDatabase, prepareDatabase, usesMongo } from '../../cms/src/database.ts'

const count = Number(process.argv[2])
const rowsAtOnce = 100 // MongoDB waits for its disk after each write, and for many at once no longer
const towns = ['Rönnfors', 'Kvarnsele', 'Lidbruk', 'Tjärbo', 'Storsele', 'Åmsele', 'Älvsbyn', 'Övertorneå']

await prepareDatabase()
const { default: config } = await import('../../cms/src/payload.config.ts')
const payload = await getPayload({ config, cron: false })
await migrateDatabase(payload)

/** On SQLite many rows are written at a time; what is half made is thrown away anyway. */
const execute = async (statement: string): Promise<void> => {
  if (!usesMongo) await payload.db.drizzle.$client.execute(statement)
}

/** Rows of a list have ids that nobody but Payload's own `create` makes. */
const rowId = (number: number, place: number): string => (number * 10 + place).toString(16).padStart(24, '0')

const store = async (number: number): Promise<void> => {
  const joinedOn = `${2005 + (number % 20)}-0${1 + (number % 9)}-15`
  const member = {
    memberNumber: number,
    status: 'active',
    organisationName: `Medlemsföretaget nummer ${number} i ${towns[number % towns.length]} AB`,
    country: 'SE',
    streetAddress: `Storgatan ${number % 200}`,
    postalCode: '98499',
    city: towns[number % towns.length],
    website: `https://medlem-${number}.example`,
    contactName: `Åsa Öberg ${number}`,
    contactEmail: `asa-${number}@example.com`,
    contacts: [
      {
        id: rowId(number, 1),
        name: `Åsa Öberg ${number}`,
        roles: 'Vd',
        email: `asa-${number}@example.com`,
        phone: '+46701740605',
        isMain: true,
      },
      {
        id: rowId(number, 2),
        name: `Per Ek ${number}`,
        roles: 'Ekonomi',
        email: `per-${number}@example.com`,
        phone: null,
        isMain: false,
      },
    ],
    invoiceEmail: `faktura-${number}@example.com`,
    invoiceReference: `Ref ${number}`,
    vatNumber: 'SE556026998601',
    peppolId: '0007:5560269986',
    employees: number % 500,
    turnover: number * 1000,
    feeTotal: 450_000,
    joinedOn: `${joinedOn}T12:00:00.000Z`,
    listed: number % 3 === 0,
    slug: `medlem-${number}`,
  }
  const { id } = await payload.db.create({ collection: 'members', data: structuredClone(member) })
  for (const [place, on] of [joinedOn, '2025-06-01'].entries()) {
    await payload.db.create({
      collection: 'member-history',
      data: {
        member: id,
        on,
        at: `${on}T12:00:00.000Z`,
        by: 'Mätning',
        reason: place === 0 ? 'joined' : 'changed',
        key: `bench:${number}:${place}`,
        changes: [],
        snapshot: place === 0 ? { ...member, organisationName: `Hette förr ${number} AB` } : member,
      },
      returning: false,
    })
  }
}

await execute('PRAGMA synchronous = OFF')
for (let first = 1; first <= count; first += rowsAtOnce) {
  await execute('BEGIN')
  const last = Math.min(first + rowsAtOnce - 1, count)
  await Promise.all(Array.from({ length: last - first + 1 }, (_, place) => store(first + place)))
  await execute('COMMIT')
}
process.exit(0)
