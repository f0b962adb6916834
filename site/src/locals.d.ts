/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Everything that is public, in every language; `middleware.ts` sets it where the renderer has not. */
    content: import('shared/content/site-content').SiteContent
    /** What the page asked of the content and did not find; the page sets it while it is rendered. */
    store?: import('./content/store.ts').Store
    /** A signup that was posted without JavaScript; the front sets it. */
    signup?: import('./membership/signup-state.ts').SignupState
  }
}
