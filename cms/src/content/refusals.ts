import { APIError, ValidationError, type PayloadRequest } from 'payload'
import { defaultLanguage, isLanguage, type Language } from 'shared/languages'
import { adminLanguage, sayAdmin, type AdminTextKey } from 'shared/translations/admin'

type Values = Record<string, string | number>

/** Says a sentence in the language of whoever edits. */
export const sayTo = (req: PayloadRequest, key: AdminTextKey, values?: Values): string =>
  sayAdmin(adminLanguage(req), key, values)

interface RefusedField {
  path: string
  label: AdminTextKey
}

/** A 400 that the admin UI shows at a field. */
export const refusedField = (
  req: PayloadRequest,
  { path, label }: RefusedField,
  key: AdminTextKey,
  values?: Values,
): ValidationError =>
  new ValidationError({ errors: [{ path, label: sayTo(req, label), message: sayTo(req, key, values) }] }, req.t)

/** A 409 that the admin UI shows as a message: what was asked for does not go together with other documents. */
export const refusedAction = (req: PayloadRequest, key: AdminTextKey, values?: Values): APIError =>
  new APIError(sayTo(req, key, values), 409, null, true)

/** The language of the content that a request reads or writes, which need not be the language of whoever edits. */
export const contentLanguage = (req: PayloadRequest): Language =>
  isLanguage(req.locale) ? req.locale : defaultLanguage
