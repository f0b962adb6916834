import type { ImportMap } from 'payload'

/** Our parts of the admin UI by the names that the configuration uses; written by `npm run generate`. */
export const importMap: ImportMap
