import { z } from 'zod'
import { factListSchema } from './fact-box.ts'
import { optionalForeignLanguageSchema } from './foreign-language.ts'
import { idListSchema, idSchema, optionalIdSchema, optionalTextSchema } from './id.ts'
import { linkSchema } from './link.ts'
import { richTextSchema } from './rich-text.ts'

/** A top image with a two-line call to action over it. */
export const heroSchema = z.object({
  image: optionalIdSchema, // media
  lineOne: optionalTextSchema, // "Läs mer och"
  lineTwo: optionalTextSchema, // "bli medlem!"
  link: linkSchema.nullish().transform((link) => link ?? null),
})
export type Hero = z.infer<typeof heroSchema>

const block = { id: z.string().nullish() }

export const blockSchema = z.discriminatedUnion('blockType', [
  z.object({ ...block, blockType: z.literal('hero'), ...heroSchema.shape }),
  z.object({ ...block, blockType: z.literal('text'), heading: optionalTextSchema, body: richTextSchema }),
  z.object({ ...block, blockType: z.literal('figure'), image: idSchema, caption: optionalTextSchema }),
  z.object({
    ...block,
    blockType: z.literal('quote'),
    quote: optionalIdSchema, // a reused quote; else the typed one below
    text: optionalTextSchema,
    attribution: optionalTextSchema,
    role: optionalTextSchema,
    source: optionalTextSchema,
    sourceAddress: optionalTextSchema,
    language: optionalForeignLanguageSchema,
  }),
  z.object({
    ...block,
    blockType: z.literal('factBox'),
    factBox: optionalIdSchema, // a reused fact box; else the one below
    title: optionalTextSchema,
    facts: factListSchema,
  }),
  z.object({
    ...block,
    blockType: z.literal('contactCard'),
    heading: optionalTextSchema,
    invitation: optionalTextSchema,
    contacts: idListSchema,
  }),
  z.object({
    ...block,
    blockType: z.literal('callToAction'),
    heading: z.string(),
    text: optionalTextSchema,
    link: linkSchema,
  }),
  z.object({ ...block, blockType: z.literal('signupForm'), form: idSchema }),
  z.object({
    ...block,
    blockType: z.literal('memberList'),
    heading: optionalTextSchema,
    introduction: optionalTextSchema,
  }),
  z.object({
    ...block,
    blockType: z.literal('newsList'),
    heading: optionalTextSchema,
    limit: z.number().int().min(1).max(100).nullish(), // none: all news
  }),
  z.object({ ...block, blockType: z.literal('term'), term: idSchema }),
  z.object({
    ...block,
    blockType: z.literal('questions'),
    heading: optionalTextSchema,
    questions: z.array(z.object({ question: z.string(), answer: richTextSchema })),
  }),
])
export type Block = z.infer<typeof blockSchema>
export type BlockOf<Type extends Block['blockType']> = Extract<Block, { blockType: Type }>
