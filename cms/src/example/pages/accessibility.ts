import { link, paragraph, richText } from '../rich-text.ts'
import { person, toPage } from '../texts.ts'

/** The statement itself is made from the settings, in `organisation.ts`. */
export const accessibility = {
  key: 'accessibility',
  order: 9,
  title: { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' },
  slug: { sv: 'tillganglighet', en: 'accessibility' },
  introduction: {
    sv: 'Vi vill att alla ska kunna använda den här webbplatsen. Här står hur långt vi har kommit, vad som återstår och hur du säger till när något inte fungerar.',
    en: 'We want everyone to be able to use this website. Here is how far we have come, what remains to be done, and how to tell us when something doesn’t work.',
  },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Bara på svenska', en: 'In Swedish only' },
      body: {
        sv: richText(
          paragraph(
            'Sidan ',
            link('Stadgar och årsmöte', toPage('statutes')),
            ' finns bara på svenska. Det är inte en brist enligt lagen, men ring gärna så berättar vi på engelska. Ansökan om medlemskap kan också göras per telefon.',
          ),
        ),
        en: richText(
          'Our page on statutes and the annual meeting exists only in Swedish. That is not a shortcoming under the Act, but do call us and we will tell you what it says. You can also apply for membership by phone.',
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
