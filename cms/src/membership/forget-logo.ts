import { APIError, createLocalReq, type Payload } from 'payload'
import type { PersonalMember } from './personal-record.ts'

/**
 * Deletes the picture that a member has as its logo, with its file; a picture that is in use elsewhere stays. Whoever saves
 * the member next takes it off there, too. May be repeated.
 */
export const forgetLogo = async (
  payload: Payload,
  { id, logo }: Pick<PersonalMember, 'id' | 'logo'>,
): Promise<void> => {
  if (!logo || !(await payload.findByID({ collection: 'media', id: logo, depth: 0, disableErrors: true }))) return
  const req = await createLocalReq({ context: { leaves: id } }, payload)
  try {
    await payload.delete({ collection: 'media', id: logo, depth: 0, req })
  } catch (error) {
    const isInUse = error instanceof APIError && error.status === 409
    if (!isInUse) throw error
  }
}
