import { z } from 'zod'
import { idSchema, optionalIdSchema, optionalTextSchema } from '../content/id.ts'
import { isSafeAddress } from '../content/link.ts'

/** Where a membership stands. One that is `leaving` has given notice and is a member until its last day. */
export const memberStatuses = ['active', 'leaving', 'left'] as const
export type MemberStatus = (typeof memberStatuses)[number]

/** All that the public site is told of a member: only those who agreed to be listed are told at all. */
export const listedMemberSchema = z.object({
  id: idSchema,
  organisationName: z.string(),
  website: optionalTextSchema.refine((address) => address === null || isSafeAddress(address), 'unsafe-address'),
  city: optionalTextSchema,
  logo: optionalIdSchema, // media
  joinedOn: z.string().nullish(),
  slug: optionalTextSchema, // of its own page
  ownPage: z
    .boolean()
    .nullish()
    .transform((wants) => wants ?? false),
  presentation: optionalTextSchema, // paragraphs, an empty line between them
  tags: z
    .array(z.string())
    .nullish()
    .transform((tags) => tags ?? []),
})
export type ListedMember = z.infer<typeof listedMemberSchema>

/** Has a member a page of its own? In a language in which it presents itself, if it wants one. */
export const hasOwnPage = (
  member: ListedMember,
): member is ListedMember & { slug: string; presentation: string; ownPage: true } =>
  member.ownPage && member.slug !== null && member.presentation !== null
