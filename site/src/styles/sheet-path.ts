/** Where the one style sheet is. */
export const sheetPath = '/site.css'

/**
 * Pages ask for it by its version, so it may be kept. It is looked at again all the same, while nobody waits: between two
 * releases the sheet of one may be given at the address of the other.
 */
export const sheetCaching = 'public, max-age=3600, stale-while-revalidate=2592000'
