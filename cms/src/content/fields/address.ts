import type { PayloadRequest, TextField } from 'payload'
import { isSafeAddress } from 'shared/content/link'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { sayTo } from '../refusals.ts'

type Options = { req: PayloadRequest }

/** Validation: an address may be missing, but not lead to scripts and the like. */
export const refuseUnsafeAddress = (value: string | null | undefined, { req }: Options): string | true =>
  !value || isSafeAddress(value) ? true : sayTo(req, 'refusal.address.unsafe')

/** Validation: there must be an address, and it must not lead to scripts and the like. */
export const refuseMissingOrUnsafeAddress = (value: string | null | undefined, options: Options): string | true =>
  value ? refuseUnsafeAddress(value, options) : sayTo(options.req, 'refusal.required')

interface AddressOptions {
  name: string
  label: AdminTextKey
}

/** An address on the web that may be missing. */
export const addressField = ({ name, label }: AddressOptions): TextField => ({
  name,
  type: 'text',
  label: adminText(label),
  admin: { description: adminText('link.address.description') },
  validate: refuseUnsafeAddress,
})
