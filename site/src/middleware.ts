import { defineMiddleware } from 'astro:middleware'
import { siteFromCms } from './content/from-cms.ts'

/** Gives every page the content: from the renderer when it asks for the page, straight from the CMS otherwise. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.site ??= await siteFromCms()
  return next()
})
