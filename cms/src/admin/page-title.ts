import { en } from '@payloadcms/translations/languages/en'
import { sv } from '@payloadcms/translations/languages/sv'

/**
 * What a page of the admin is called in the browser's tab, where Payload says what is being done: `Redigerar - Medlem`.
 * @example pageTitle('Redigerar - Medlem – Klusterwebb') // 'Medlem – Klusterwebb'
 * @example pageTitle('Skapar... - Medlem – Klusterwebb') // 'Skapa ny: Medlem – Klusterwebb'
 */
export const pageTitle = (title: string): string => {
  for (const { general } of [sv.translations, en.translations]) {
    if (title.startsWith(`${general.creating} - `))
      return `${general.createNew}: ${title.slice(general.creating.length + 3)}`
    for (const doing of [general.editing, general.viewing])
      if (title.startsWith(`${doing} - `)) return title.slice(doing.length + 3)
  }
  return title
}
