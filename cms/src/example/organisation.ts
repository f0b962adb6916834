import { linkToPage, picture, toPage, type Text } from './texts.ts'

/** The example organisation. Its number and phone are from the series kept for tests and for fiction. */
export const organisation = {
  name: 'Vidjeverk',
  tagline: { sv: 'Materialklustret i Rönndalen', en: 'The materials cluster of the Rönn Valley' },
  logo: picture('mark'),
  colours: { primary: '#0f4f4a', accent: '#f2b04b' },
  startPage: toPage('start').value,
  newsPage: toPage('news').value,
  email: 'hej@vidjeverk.example',
  phone: '+46 980 31 92 00',
  address: 'Bruksgatan 4\n984 99 Rönnfors',
  organisationNumber: '802999-0002',
  footerText: {
    sv: 'Vidjeverk är en ideell förening för alla i Rönndalen som arbetar med material från skogen. En vidja går lätt av. Flätade håller de.',
    en: 'Vidjeverk is a non-profit association for everyone in the Rönn Valley who works with materials from the forest. One withe snaps. Woven together, they hold.',
  },
}

/** Links with a label of their own; the others bear the title of the page. */
const shortLabels: Record<string, Text> = {
  'what-is-a-cluster': { sv: 'Vad är ett kluster?', en: 'What is a cluster?' },
  members: { sv: 'Medlemmar', en: 'Members' },
  'cluster-model': { sv: 'Klustermodellen', en: 'The cluster model' },
}
const menu = (...keys: string[]) => keys.map((key) => ({ link: linkToPage(key, shortLabels[key]) }))

export const menus = {
  main: menu('what-is-a-cluster', 'members', 'news', 'about', 'contact', 'membership'),
  footer: menu('contact', 'cluster-model', 'glossary', 'privacy', 'accessibility'),
}
