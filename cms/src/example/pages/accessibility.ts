import { bold, bullets, link, paragraph, richText } from '../rich-text.ts'
import { person, toPage } from '../texts.ts'

export const accessibility = {
  key: 'accessibility',
  order: 9,
  title: { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' },
  slug: { sv: 'tillganglighet', en: 'accessibility' },
  introduction: {
    sv: 'Vidjeverk står bakom den här webbplatsen. Vi vill att alla ska kunna använda den. Här står hur långt vi har kommit, vad som återstår och hur du säger till när något inte fungerar.',
    en: 'This website is run by Vidjeverk. We want everyone to be able to use it. Here is how far we have come, what remains to be done, and how to tell us when something doesn’t work.',
  },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Hur tillgänglig webbplatsen är', en: 'How accessible the website is' },
      body: {
        sv: richText(
          paragraph(
            'Redogörelsen gäller hela webbplatsen vidjeverk.example. Den är ',
            bold('delvis förenlig'),
            ' med lagen om tillgänglighet till digital offentlig service, på grund av de brister som beskrivs nedan. Som ideell förening omfattas vi inte av lagen, men vi följer den ändå, och vi bygger efter WCAG 2.2 på nivå AA.',
          ),
        ),
        en: richText(
          paragraph(
            'This statement covers all of the website vidjeverk.example. It is ',
            bold('partially compliant'),
            ' with the Swedish Act on Accessibility to Digital Public Services (2018:1937), because of the shortcomings described below. As a non-profit association we are not bound by the Act. We follow it all the same, and build to WCAG 2.2, level AA.',
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Innehåll som inte är tillgängligt', en: 'Content that is not accessible' },
      body: {
        sv: richText(
          'Det här vet vi inte är förenligt med lagkraven:',
          bullets(
            [
              bold('Text i en bild.'),
              ' I bilden på sidan ',
              link('Klustermodellen', toPage('cluster-model')),
              ' är orden en del av bilden, så de kan inte förstoras eller anpassas var för sig (WCAG 1.4.5). Samma innehåll står i bildens alternativtext och i listan under bilden. Vi räknar med att byta bilden under 2027.',
            ],
            [
              bold('Länkar till andra webbplatser.'),
              ' En del av våra källor och medlemmars webbplatser har vi inte prövat. De omfattas inte av lagen, eftersom innehållet är andras.',
            ],
          ),
          paragraph(
            'Vi har inte undantagit något som oskäligt betungande. En sida, ',
            link('Stadgar och årsmöte', toPage('statutes')),
            ', finns bara på svenska. Det är inte en brist enligt lagen, men ring gärna så berättar vi på engelska.',
          ),
        ),
        en: richText(
          'We know that the following does not meet the requirements:',
          bullets(
            [
              bold('Words in a picture.'),
              ' In the diagram on the page ',
              link('The cluster model', toPage('cluster-model')),
              ' the words are part of the picture, so they cannot be enlarged or restyled on their own (WCAG 1.4.5). The same content is in the picture’s text alternative and in the list below it. We plan to replace the picture during 2027.',
            ],
            [
              bold('Links to other websites.'),
              ' Some of our sources, and our members’ own websites, we have not tested. They lie outside the Act, as their content belongs to others.',
            ],
          ),
          'We have exempted nothing as a disproportionate burden. One page, on our statutes and annual meeting, exists only in Swedish. That is not a shortcoming under the Act, but do call us and we will tell you what it says.',
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Säg till när något inte fungerar', en: 'Tell us when something doesn’t work' },
      body: {
        sv: richText(
          paragraph(
            'Skriv till ',
            link('tillganglighet@vidjeverk.example', 'mailto:tillganglighet@vidjeverk.example'),
            ' eller ring 0980-31 92 00 om du stöter på ett hinder, eller om du behöver innehållet på ett annat sätt, till exempel uppläst eller i utskrift. Vi svarar inom två arbetsdagar. Ansökan om medlemskap kan också göras per telefon.',
          ),
        ),
        en: richText(
          paragraph(
            'Write to ',
            link('tillganglighet@vidjeverk.example', 'mailto:tillganglighet@vidjeverk.example'),
            ' or call +46 980 31 92 00 if you come up against an obstacle, or if you need the content in another form, read aloud or printed, for instance. We answer within two working days. You can also apply for membership by phone.',
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Tillsyn', en: 'Supervision' },
      body: {
        sv: richText(
          paragraph(
            'Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Om du inte är nöjd med hur en organisation som omfattas av lagen hanterar dina synpunkter kan du ',
            link('anmäla det till Digg', 'https://www.digg.se/tdosanmalan'),
            '. Eftersom vi inte omfattas är det säkraste att vända sig till oss, och i sista hand till vår styrelse: ',
            link('styrelsen@vidjeverk.example', 'mailto:styrelsen@vidjeverk.example'),
            '.',
          ),
        ),
        en: richText(
          paragraph(
            'The Agency for Digital Government, Digg, supervises the Act. If you are not content with how an organisation bound by it deals with your remarks, you can ',
            link('report it to Digg (in Swedish)', 'https://www.digg.se/tdosanmalan'),
            '. As we are not bound by it, your best way is to turn to us, and in the last resort to our board: ',
            link('styrelsen@vidjeverk.example', 'mailto:styrelsen@vidjeverk.example'),
            '.',
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Hur vi har testat', en: 'How we have tested' },
      body: {
        sv: richText(
          'Vi har gjort bedömningen själva. Alla slags sidor prövas på båda språken med verktyget axe varje gång webbplatsens kod ändras. Därutöver har vi gått igenom sidorna med enbart tangentbord, i 400 procents förstoring och utan JavaScript. Någon utomstående granskning har vi inte beställt, och vi har ännu inte testat tillsammans med personer som använder skärmläsare till vardags.',
          'Webbplatsen publicerades den 2 november 2026. Senaste bedömningen gjordes den 16 november 2026, och redogörelsen uppdaterades samma dag.',
        ),
        en: richText(
          'We made the assessment ourselves. Every kind of page is tested in both languages with the tool axe each time the site’s code changes. We have also gone through the pages with a keyboard only, at 400 per cent magnification and without JavaScript. We have not commissioned an outside audit, nor yet tested together with people who use screen readers every day.',
          'The website was published on 2 November 2026. The latest assessment was made on 16 November 2026, and this statement was updated the same day.',
        ),
      },
    },
    {
      blockType: 'contactCard',
      heading: { sv: 'Ansvarig för tillgängligheten', en: 'In charge of accessibility' },
      contacts: [person('joel')],
    },
  ],
  searchDescription: {
    sv: 'Hur tillgänglig Vidjeverks webbplats är, vad som återstår, hur vi har testat och hur du säger till när något inte fungerar.',
    en: 'How accessible Vidjeverk’s website is, what remains to be done, how we have tested and how to report a problem.',
  },
}
