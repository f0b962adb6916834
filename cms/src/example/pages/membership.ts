import { bold, bullets, link, paragraph, richText, steps } from '../rich-text.ts'
import { linkToPage, person, picture, quote, signupForm, toPage } from '../texts.ts'

export const membership = {
  key: 'membership',
  order: 6,
  title: { sv: 'Bli medlem', en: 'Become a member' },
  slug: { sv: 'bli-medlem', en: 'become-a-member' },
  introduction: {
    sv: 'Medlemskapet är till för organisationer i och omkring Rönndalen som arbetar med material från skogen, eller vill börja. Ansökan finns längst ner på sidan och tar ungefär fem minuter.',
    en: 'Membership is for organisations in and around the Rönn Valley that work with materials from the forest, or would like to. The application is at the foot of this page and takes about five minutes.',
  },
  hero: {
    image: picture('weave'),
    lineOne: { sv: 'Ensam är böjlig.', en: 'Alone, you bend.' },
    lineTwo: { sv: 'Flätad är stark.', en: 'Woven, you hold.' },
  },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Det här får ni', en: 'What you get' },
      body: {
        sv: richText(
          bullets(
            [
              bold('Fyra träffar om året'),
              ' hos andra medlemmar, med lunch och ett problem som ska lösas före kaffet.',
            ],
            [bold('Tio dagar i testbädden'), ' per år, med handledare. Därefter till självkostnadspris.'],
            [bold('En projektpartner'), ' som läser utlysningar, skriver ansökningar och håller i redovisningen.'],
            [bold('Gemensamma inköp'), ' av sådant som är dyrt att köpa ensam: analyser, transporter, utbildningar.'],
            [bold('En röst på årsmötet'), ', lika tung för den minsta medlemmen som för den största.'],
          ),
        ),
        en: richText(
          bullets(
            [
              bold('Four meetings a year'),
              ' at other members’ premises, with lunch and a problem to be solved before coffee.',
            ],
            [bold('Ten days in the test bed'), ' every year, with a supervisor. After that, at cost.'],
            [bold('A partner for projects'), ' who reads the calls, writes the applications and keeps the accounts.'],
            [bold('Joint purchasing'), ' of what is expensive to buy alone: analyses, transport, training.'],
            [bold('A vote at the annual meeting'), ' that weighs the same for the smallest member as for the largest.'],
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Vad det kostar', en: 'What it costs' },
      body: {
        sv: richText(
          'Avgiften betalas per kalenderår och bestäms av hur många ni är. Den som kommer in efter halvårsskiftet betalar hälften det första året.',
          bullets(
            [bold('Liten organisation'), ', upp till 9 anställda: 4 500 kronor'],
            [bold('Mellanstor organisation'), ', 10–49 anställda: 12 000 kronor'],
            [bold('Stor organisation'), ', 50 anställda eller fler: 28 000 kronor'],
            [bold('Kommun, region eller lärosäte'), ': 15 kronor per anställd, minst 5 000 och högst 30 000 kronor'],
          ),
          'Alla belopp är exklusive moms, som läggs på den del av avgiften som betalar tjänster. Formuläret räknar ut vad just ni betalar.',
        ),
        en: richText(
          'The fee is paid per calendar year and depends on how many you are. Join after the end of June and you pay half in your first year.',
          bullets(
            [bold('Small organisation'), ', up to 9 employees: SEK 4,500'],
            [bold('Medium-sized organisation'), ', 10–49 employees: SEK 12,000'],
            [bold('Large organisation'), ', 50 employees or more: SEK 28,000'],
            [
              bold('Municipality, region or university'),
              ': SEK 15 per employee, at least SEK 5,000 and at most SEK 30,000',
            ],
          ),
          'VAT is not included; it is added to the part of the fee that pays for services. The form works out what you would pay.',
        ),
      },
    },
    { blockType: 'quote', quote: quote('ingela') },
    {
      blockType: 'text',
      heading: { sv: 'Så går det till', en: 'What happens next' },
      body: {
        sv: richText(
          steps(
            'Ni fyller i ansökan här nedanför.',
            'Vi skickar en bekräftelse med ett ärendenummer till er kontaktperson.',
            'Styrelsen behandlar ansökan på sitt nästa möte, senast inom sex veckor.',
            'Siri ringer, hälsar er välkomna och frågar vem ni helst vill träffa först.',
          ),
          paragraph(
            'Vad vi gör med uppgifterna ni lämnar kan ni läsa på sidan om ',
            link('integritet', toPage('privacy')),
            '.',
          ),
        ),
        en: richText(
          steps(
            'You fill in the application below.',
            'We send a confirmation with a reference number to your contact person.',
            'Our board takes up the application at its next meeting, within six weeks at the latest.',
            'Siri calls to welcome you, and to ask whom you would like to meet first.',
          ),
          paragraph(
            'What we do with the details you give us is described under ',
            link('privacy', toPage('privacy')),
            '.',
          ),
        ),
      },
    },
    {
      blockType: 'questions',
      heading: { sv: 'Frågor vi brukar få', en: 'Questions we often get' },
      questions: [
        {
          question: {
            sv: 'Måste vi arbeta med skog för att vara med?',
            en: 'Do we have to work with the forest to join?',
          },
          answer: {
            sv: richText(
              'Nej. Bland medlemmarna finns ett åkeri, ett energibolag och ett lärcentrum. Det räcker att ni vill lösa något tillsammans med dem som gör det.',
            ),
            en: richText(
              'No. Our members include a haulier, an energy company and a learning centre. It is enough that you want to solve something together with those who do.',
            ),
          },
        },
        {
          question: { sv: 'Får ett nystartat företag vara med?', en: 'May a newly started company join?' },
          answer: {
            sv: richText(
              'Ja, så snart det har ett organisationsnummer. Saknar ni anställda skriver ni noll i formuläret, så räknas avgiften efter det.',
            ),
            en: richText(
              'Yes, as soon as it has an organisation number. With no employees yet, enter zero in the form and the fee is worked out from that.',
            ),
          },
        },
        {
          question: { sv: 'Hur lämnar vi föreningen?', en: 'How do we leave?' },
          answer: {
            sv: richText(
              paragraph(
                'Skriv till Siri. Medlemskapet löper till och med uppsägningstidens slut, och sedan hör vi av oss en sista gång och tackar. ',
                link('Hit når du Siri', toPage('contact')),
                '.',
              ),
            ),
            en: richText(
              paragraph(
                'Write to Siri. Your membership runs to the end of the notice period, after which you hear from us one last time, to say thank you. ',
                link('How to reach Siri', toPage('contact')),
                '.',
              ),
            ),
          },
        },
      ],
    },
    { blockType: 'signupForm', form: signupForm('become-a-member') },
    {
      blockType: 'contactCard',
      heading: { sv: 'Frågor om medlemskapet?', en: 'Questions about membership?' },
      invitation: {
        sv: 'Siri svarar, även på frågan om ni passar in.',
        en: 'Siri will answer them, including the one about whether you would fit in.',
      },
      contacts: [person('siri')],
    },
    {
      blockType: 'callToAction',
      heading: { sv: 'Se vilka som redan är med', en: 'See who is already on board' },
      link: linkToPage('members', { sv: 'Våra medlemmar', en: 'Our members' }),
    },
  ],
  searchDescription: {
    sv: 'Bli medlem i Vidjeverk: vad ni får, vad det kostar och hur det går till. Ansökan tar ungefär fem minuter.',
    en: 'Become a member of Vidjeverk: what you get, what it costs and what happens next. Applying takes about five minutes.',
  },
}
