/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Everything that is public, in every language; `middleware.ts` sets it where the renderer has not. */
    site: import('./content/site.ts').Site
    /** What the page asked of the content; the page sets it while it is rendered. */
    store?: import('./content/store.ts').Store
    /** The page is shown before it is published; the renderer sets it. */
    preview?: import('./preview/preview-state.ts').PreviewState
    /** A signup that was posted without JavaScript; the front sets it. */
    signup?: import('./membership/signup-state.ts').SignupState
    /** Somebody opened their personal link, or did something on that page; the front sets it. */
    personal?: import('./membership/personal-page.ts').PersonalState
    /** Somebody opened the link that confirms a signup, or pressed its button; the front sets it. */
    confirmation?: import('./membership/confirm-page.ts').ConfirmationState
  }
}
