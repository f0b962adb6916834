import { isolateObjectProperty, type PayloadRequest } from 'payload'

/**
 * The same request, for looking at other documents in the midst of a save. Payload's Local API writes its language,
 * fallback, context and depth into the request it is given, and the save that goes on would then go on in that language.
 */
export const aside = (req: PayloadRequest): PayloadRequest => {
  const copy = isolateObjectProperty(req, ['locale', 'fallbackLocale', 'context', 'query'])
  copy.context = { ...req.context }
  copy.query = { ...req.query }
  return copy
}
