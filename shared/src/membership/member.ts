import { z } from 'zod'
import { optionalIdSchema, idSchema, optionalTextSchema } from '../content/id.ts'
import { isSafeAddress } from '../content/link.ts'

/** All that the public site is told of a member: only those who agreed to be listed are told at all. */
export const listedMemberSchema = z.object({
  id: idSchema,
  organisationName: z.string(),
  website: optionalTextSchema.refine((address) => address === null || isSafeAddress(address), 'unsafe-address'),
  city: optionalTextSchema,
  logo: optionalIdSchema, // media
  joinedOn: z.string().nullish(),
})
export type ListedMember = z.infer<typeof listedMemberSchema>
