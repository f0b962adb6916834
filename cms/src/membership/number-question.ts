import type { Payload, Where } from 'payload'
import { formatOrganisationNumber, numberOf } from 'shared/membership/organisation-number'
import { z } from 'zod'

const foreignSchema = z.object({
  id: z.union([z.string(), z.number()]),
  country: z.string(),
  foreignNumber: z.string(),
})

/**
 * The conditions that find the members of an organisation by its one number, as `numberOf` gives it; none when it has none.
 * A foreign number is kept as somebody wrote it, so those of its country are compared one by one.
 */
export const membersOfNumber = async (payload: Payload, number: string | null): Promise<Where[]> => {
  if (!number) return []
  const [, country] = /^([A-Z]{2}) /.exec(number) ?? []
  if (!country) return [{ organisationNumber: { in: [...new Set([number, formatOrganisationNumber(number)])] } }]
  const { docs } = await payload.db.find({
    collection: 'members',
    where: { and: [{ country: { equals: country } }, { foreignNumber: { exists: true } }] },
    select: { country: true, foreignNumber: true },
    limit: 0,
    pagination: false,
  })
  const same = docs
    .flatMap((row: unknown) => foreignSchema.safeParse(row).data ?? [])
    .filter((member) => numberOf(member) === number)
  return same.length > 0 ? [{ id: { in: same.map(({ id }) => id) } }] : []
}
