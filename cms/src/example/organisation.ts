import { linkToPage, picture, toPage, type Text } from './texts.ts'

/** The example organisation. Its number and phone are from the series kept for tests and for fiction. */
export const organisation = {
  name: 'Vidjeverk',
  tagline: { sv: 'Materialklustret i Rönndalen', en: 'The materials cluster of the Rönn Valley' },
  logo: picture('mark'),
  theme: 'forest',
  startPage: toPage('start').value,
  newsPage: toPage('news').value,
  email: 'hej@vidjeverk.example',
  phone: '+46 980 31 92 00',
  address: 'Bruksgatan 4\n984 99 Rönnfors',
  organisationNumber: '802999-0002',
  securityContact: 'sakerhet@vidjeverk.example',
  accessibility: {
    page: toPage('accessibility').value,
    regime: 'voluntary',
    service: 'vidjeverk.example',
    compliance: 'partial',
    shortcomings: {
      sv: [
        {
          what: 'Text i en bild. I bilden på sidan Klustermodellen är orden en del av bilden, så de kan inte förstoras eller anpassas var för sig (WCAG 1.4.5). Samma innehåll står i bildens alternativtext och i listan under bilden.',
          reason: 'non-compliance',
          planned: 'under 2027.',
        },
        {
          what: 'Länkar till andra webbplatser. En del av våra källor och medlemmars webbplatser har vi inte prövat.',
          reason: 'outside',
        },
      ],
      en: [
        {
          what: 'Words in a picture. In the diagram on the page The cluster model the words are part of the picture, so they cannot be enlarged or restyled on their own (WCAG 1.4.5). The same content is in the picture’s text alternative and in the list below it.',
          reason: 'non-compliance',
          planned: 'during 2027.',
        },
        {
          what: 'Links to other websites. Some of our sources, and our members’ own websites, we have not tested.',
          reason: 'outside',
        },
      ],
    },
    method: 'self',
    methodText: {
      sv: 'Alla slags sidor prövas på båda språken med verktyget axe varje gång webbplatsens kod ändras. Därutöver har vi gått igenom sidorna med enbart tangentbord, i 400 procents förstoring och utan JavaScript. Vi har ännu inte testat tillsammans med personer som använder skärmläsare till vardags.',
      en: 'Every kind of page is tested in both languages with the tool axe each time the site’s code changes. We have also gone through the pages with a keyboard only, at 400 per cent magnification and without JavaScript. We have not yet tested together with people who use screen readers every day.',
    },
    publishedOn: '2026-11-02T12:00:00.000Z',
    assessedOn: '2026-11-16T12:00:00.000Z',
    updatedOn: '2026-11-16T12:00:00.000Z',
    email: 'tillganglighet@vidjeverk.example',
    answerDays: 2,
  },
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
