import type { Payload, Where } from 'payload'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { atOnce } from './in-batches.ts'
import { areAll, type Forgotten, planRetention } from './retention.ts'

// What is planned rests on no setting, but what forgets it reads them.
vi.hoisted(() => Object.assign(process.env, { PAYLOAD_SECRET: 's'.repeat(32), SITE_KEY: 'k'.repeat(32) }))

interface Member {
  id: number
  status: 'left'
  leftOn: string
  organisationName: string
  contacts: { name: string; email: string }[]
}

/** A database of members that left, of which no more are given at once than are asked for. */
const registerOf = (members: Member[]) => {
  const afterIn = ({ and = [] }: Where): number =>
    z
      .array(z.object({ id: z.object({ greater_than: z.number() }) }))
      .catch([])
      .parse(and.filter((one) => 'id' in one))[0]?.id.greater_than ?? 0
  const find = ({ collection, where, limit }: { collection: string; where: Where; limit: number }) => ({
    docs: collection === 'members' ? members.filter(({ id }) => id > afterIn(where)).slice(0, limit) : [],
  })
  const payload: unknown = {
    config: { collections: [{ slug: 'members' }] },
    findGlobal: async () => ({}),
    db: { find: async (asked: Parameters<typeof find>[0]) => find(asked) },
  }
  return payload as Payload
}

const left = (id: number, contacts: Member['contacts']): Member => ({
  id,
  status: 'left',
  leftOn: '2024-03-31T12:00:00Z',
  organisationName: `Bolag ${id}`,
  contacts,
})
const somebody = [{ name: 'Siv Ek', email: 'siv@example.com' }]

test('members whose persons are forgotten already do not hide those that are due', async () => {
  const members = Array.from({ length: 2 * atOnce + 1 }, (_, place) =>
    left(place + 1, place < 2 * atOnce ? [] : somebody),
  )
  const due = await planRetention(registerOf(members), new Date('2026-11-22T03:00:00Z'))
  expect(due.map(({ what, id }) => `${what} ${id}`)).toEqual([`member-persons ${2 * atOnce + 1}`])
})

test('a report of as many as are looked for at once says that there may be more', async () => {
  const plan = (count: number): Promise<Forgotten[]> =>
    planRetention(
      registerOf(Array.from({ length: count }, (_, place) => left(place + 1, somebody))),
      new Date('2026-11-22T03:00:00Z'),
    )
  expect(areAll(await plan(3))).toBe(true)
  const many = await plan(atOnce + 100)
  expect(many).toHaveLength(atOnce)
  expect(areAll(many)).toBe(false)
})
