import { createApp } from 'astro/app/entrypoint'

/** The compiled pages. A page that throws rejects the render instead of answering with a half-written page. */
export const app = createApp({ streaming: false })
