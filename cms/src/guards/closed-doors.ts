import type { RequestHandler } from 'express'

const closed =
  /^\/(api\/graphql|api\/graphql-playground|api\/[^/]+\/first-register|api\/payload-jobs|admin\/create-first-user)(\/|$)/i

/** Doors of Payload that this CMS does not use: the first administrator is made at the first start, not by a visitor. */
export const closedDoors: RequestHandler = (req, res, next) => {
  if (!closed.test(req.path)) return next()
  res.status(404).json({ errors: [{ message: 'There is nothing at this address.' }] })
}
