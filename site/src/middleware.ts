import { defineMiddleware } from 'astro:middleware'
import { contentFromCms } from './content/from-cms.ts'

/** Gives every page the content: from the renderer when it asks for the page, straight from the CMS otherwise. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.content ??= await contentFromCms()
  return next()
})
