import { idSchema } from 'shared/content/id'
import { z } from 'zod'

/** A moment that a row may lack. */
export const optionalMomentSchema = z.coerce
  .date()
  .nullish()
  .transform((moment) => moment ?? null)

/** A relation that a row may lack, followed or not. */
export const relationSchema = z
  .union([idSchema, z.looseObject({ id: idSchema }).transform(({ id }) => id)])
  .nullish()
  .transform((id) => id ?? null)
