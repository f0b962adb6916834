import { link, paragraph, richText } from '../rich-text.ts'
import { person, toPage } from '../texts.ts'

export const contact = {
  key: 'contact',
  order: 7,
  title: { sv: 'Kontakt', en: 'Contact' },
  slug: { sv: 'kontakt', en: 'contact' },
  introduction: {
    sv: 'Enklast är att ringa den det gäller. Är du osäker på vem det är, ring Siri.',
    en: 'The easiest way is to call whoever it concerns. If you don’t know who that is, call Siri.',
  },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Besök oss', en: 'Visit us' },
      body: {
        sv: richText(
          'Kontoret ligger i den gamla smedjan på Bruksgatan 4 i Rönnfors, hundra meter från busstationen. Entrén är i markplan. Hör gärna av dig innan, för ibland är alla ute hos medlemmarna.',
          paragraph(
            'Växel: ',
            link('0980-31 92 00', 'tel:+46980319200'),
            ', vardagar 9–15. E-post: ',
            link('hej@vidjeverk.example', 'mailto:hej@vidjeverk.example'),
            '.',
          ),
        ),
        en: richText(
          'You will find us in the old smithy at Bruksgatan 4 in Rönnfors, a hundred metres from the bus station. The entrance is at street level. Please let us know before you come, as there are days when we are all out visiting members.',
          paragraph(
            'Phone: ',
            link('+46 980 31 92 00', 'tel:+46980319200'),
            ', weekdays 9 am to 3 pm. Email: ',
            link('hej@vidjeverk.example', 'mailto:hej@vidjeverk.example'),
            '.',
          ),
        ),
      },
    },
    {
      blockType: 'contactCard',
      heading: { sv: 'Direkt till rätt person', en: 'Straight to the right person' },
      contacts: [person('siri'), person('hamid'), person('tove'), person('joel')],
    },
    {
      blockType: 'text',
      heading: { sv: 'Något som inte fungerar på webbplatsen?', en: 'Is something on this website not working?' },
      body: {
        sv: richText(
          paragraph(
            'Berätta det för Joel. Hur vi arbetar med att alla ska kunna använda sidorna står i ',
            link('tillgänglighetsredogörelsen', toPage('accessibility')),
            '.',
          ),
        ),
        en: richText(
          paragraph(
            'Please tell Joel. Our ',
            link('accessibility statement', toPage('accessibility')),
            ' describes what we do so that everyone can use these pages.',
          ),
        ),
      },
    },
  ],
  searchDescription: {
    sv: 'Kontakta Vidjeverk i Rönnfors: telefon, e-post, besöksadress och personal.',
    en: 'Contact Vidjeverk in Rönnfors: phone, email, visiting address and staff.',
  },
}
