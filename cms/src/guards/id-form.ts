import type { RequestHandler } from 'express'

/** How the ids of each database look. */
const idForms = { sqlite: /^[1-9]\d{0,14}$/, mongo: /^[0-9a-f]{24}$/i }

/** Answers 404 to a change of a document whose id cannot be one, where the database would only fall over it. */
export const refuseMalformedIds =
  (mongo: boolean): RequestHandler =>
  (req, res, next) => {
    const [, api, collection, id] = req.path.split('/')
    const changes = req.method === 'PATCH' || req.method === 'DELETE' || req.method === 'PUT'
    if (!changes || api !== 'api' || collection === 'globals' || collection === 'payload-preferences' || !id)
      return next()
    if ((mongo ? idForms.mongo : idForms.sqlite).test(id)) return next()
    res.status(404).json({ errors: [{ message: 'There is no document with this id.' }] })
  }
