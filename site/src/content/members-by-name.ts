import { languageLocales } from 'shared/languages'
import type { ListedMember } from 'shared/membership/member'
import type { Store } from './store.ts'

/** The listed members in the alphabet of the language; in Swedish å, ä and ö come last. */
export const membersByName = (store: Store): ListedMember[] => {
  const alphabet = new Intl.Collator(languageLocales[store.language], { numeric: true })
  return store.members().toSorted((one, other) => alphabet.compare(one.organisationName, other.organisationName))
}
