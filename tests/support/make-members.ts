/**
 * A CMS process without its server, that makes the members of approved signups. `add 20` first stores so many signups that
 * were approved a while ago; `age 7` lets the last day of the member 7 have been yesterday. It is started with the settings of
 * a CMS.
 */
import { randomUUID } from 'node:crypto'
import { getPayload } from 'payload'
import { dayInSweden } from 'shared/membership/calendar-date'
import { migrateDatabase, prepareDatabase } from '../../cms/src/database.ts'
import config from '../../cms/src/payload.config.ts'
import { takeEffect } from '../../cms/src/membership/make-member.ts'

await prepareDatabase()
const payload = await getPayload({ config, cron: false })
await migrateDatabase(payload)

const [act, count = '0', start = '1'] = process.argv.slice(2)
const ago = new Date(Date.now() - 60_000).toISOString()

const checkDigitOf = (nine: string): number => {
  const sum = [...nine].reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return (10 - (sum % 10)) % 10
}

if (act === 'add') {
  for (let number = Number(start); number < Number(start) + Number(count); number += 1) {
    const nine = `5599${String(10_000 + number).padStart(5, '0')}`
    const organisationName = `Godkända företaget ${number} AB`
    const contactEmail = `kontakt-${number}@example.com`
    await payload.db.create({
      collection: 'signups',
      data: {
        reference: `KW-TEST-${number}`,
        idempotencyKey: randomUUID(),
        bodyHash: randomUUID(),
        form: 'bli-medlem',
        formVersion: 1,
        language: 'sv',
        organisationName,
        organisationNumber: `${nine}${checkDigitOf(nine)}`,
        contactName: 'Åsa Öberg',
        contactEmail,
        status: 'approved',
        moves: 1,
        mailState: 'made',
        mailAttempts: 0,
        decidedAt: ago,
        effectiveAt: ago,
        memberDueAt: ago,
        answers: {
          organisationName,
          organisationNumber: `${nine}${checkDigitOf(nine)}`,
          contactName: 'Åsa Öberg',
          contactRole: 'Vd',
          contactEmail,
          contactPhone: '+46701740605',
          contacts: [{ contactName: 'Per Ek', contactEmail: `per-${number}@example.com` }],
          streetAddress: 'Storgatan 1',
          postalCode: '98499',
          city: 'Rönnfors',
          employees: number,
          consents: { terms: true, listing: true },
        },
        price: {
          state: 'priced',
          lines: [{ kind: 'membership', net: 450_000, vatPercent: 0, vat: 0, gross: 450_000 }],
          net: 450_000,
          vat: 0,
          gross: 450_000,
          period: { from: '2026-11-22', to: '2026-12-31' },
          parts: { of: 1, paid: 1 },
          tableFrom: '2026-01-01',
        },
      },
      returning: false,
    })
  }
}
if (act === 'age') {
  const yesterday = `${dayInSweden(new Date(Date.now() - 86_400_000))}T12:00:00.000Z`
  await payload.db.updateOne({
    collection: 'members',
    where: { id: { equals: count } },
    data: { leavingOn: yesterday },
  })
}
if (act === 'spoil') {
  await payload.db.updateOne({
    collection: 'members',
    where: { id: { equals: count } },
    data: { invoiceEmail: 'inte en adress' },
  })
}
if (act === 'make') {
  console.log('begins')
  while ((await takeEffect(payload)) > 0);
}
console.log('done')
process.exit(0)
