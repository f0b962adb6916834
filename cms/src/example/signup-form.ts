import type { SignupFieldName } from 'shared/membership/signup-field'
import { link, paragraph, richText } from './rich-text.ts'
import { toPage, type ExampleDocument } from './texts.ts'

/** From here an invoice without VAT needs the VAT number of who gets it. */
const otherMembersOfTheUnion = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SI SK'.split(
  ' ',
)

const field = (name: SignupFieldName, more: object = {}) => ({ blockType: 'field', name, ...more })
const required = { required: true }
const option = (value: string, sv: string, en: string) => ({ value, label: { sv, en } })

const items = [
  {
    blockType: 'step',
    heading: { sv: 'Om er', en: 'About you' },
    introduction: {
      sv: 'Är ni inte registrerade i Sverige? Välj land först, så frågar vi efter rätt nummer.',
      en: 'Not registered in Sweden? Choose your country first, and we will ask for the right number.',
    },
  },
  field('country', required),
  field('organisationNumber', required),
  field('foreignNumber', required),
  field('organisationName', required),
  field('website'),
  field('logo'),
  field('employees', required),
  { blockType: 'step', heading: { sv: 'Medlemskapet', en: 'Your membership' } },
  field('plan', {
    required: true,
    help: {
      sv: 'Utgå från hur många ni var vid det senaste årsskiftet.',
      en: 'Go by how many you were at the last turn of the year.',
    },
  }),
  {
    blockType: 'question',
    key: 'interests',
    type: 'several',
    label: { sv: 'Vad lockar er mest?', en: 'What appeals to you most?' },
    options: [
      option('meetings', 'Träffarna hos andra medlemmar', 'The meetings at other members’ premises'),
      option('testbed', 'Testbädden', 'The test bed'),
      option('projects', 'Gemensamma projekt', 'Joint projects'),
      option('purchasing', 'Gemensamma inköp', 'Joint purchasing'),
    ],
  },
  {
    blockType: 'question',
    key: 'knowsMember',
    type: 'yesNo',
    label: {
      sv: 'Samarbetar ni redan med någon av våra medlemmar?',
      en: 'Do you already work with any of our members?',
    },
  },
  {
    blockType: 'question',
    key: 'whichMember',
    type: 'text',
    required: true,
    label: { sv: 'Vilken eller vilka?', en: 'Which ones?' },
    showWhen: { name: 'knowsMember', is: ['yes'] },
  },
  field('howDidYouHear'),
  field('message', {
    label: { sv: 'Vad hoppas ni på?', en: 'What are you hoping for?' },
    help: {
      sv: 'En mening räcker. Den läses av en människa.',
      en: 'A sentence will do. It will be read by a human being.',
    },
  }),
  { blockType: 'step', heading: { sv: 'Kontakt och faktura', en: 'Contact and invoicing' } },
  field('contactName', required),
  field('contactRole'),
  field('contactEmail', required),
  field('contactPhone'),
  field('contacts'),
  field('streetAddress', required),
  field('postalCode', required),
  field('city', required),
  field('invoiceEmail'),
  field('invoiceReference'),
  field('vatNumber', { showWhen: { name: 'country', is: otherMembersOfTheUnion } }),
  field('peppolId', { showWhen: { name: 'country', is: ['SE', 'NO', 'DK', 'FI'] } }),
]

/** The form on the page ”Bli medlem”. Labels and help that are left out are the catalogue's own. */
export const signupForms: ExampleDocument[] = [
  {
    key: 'become-a-member',
    slug: 'bli-medlem',
    title: { sv: 'Ansökan om medlemskap', en: 'Application for membership' },
    introduction: {
      sv: 'Ha organisationsnumret till hands. Resten kan du utantill.',
      en: 'Have your organisation number at hand. The rest you know by heart.',
    },
    items,
    consents: {
      sv: [
        {
          name: 'terms',
          required: true,
          text: richText(
            paragraph(
              'Vi har läst ',
              link('föreningens stadgar', toPage('statutes')),
              ' och följer dem om vi blir medlemmar.',
            ),
          ),
        },
        {
          name: 'listing',
          required: false,
          text: richText(
            'Visa gärna vårt namn, vår ort, vår webbadress och vår logotyp bland medlemmarna på webbplatsen. Vi kan ändra oss när som helst.',
          ),
        },
      ],
      en: [
        {
          name: 'terms',
          required: true,
          text: richText(
            paragraph(
              'We have read the ',
              link('statutes of the association (in Swedish)', '/sv/om-oss/stadgar-och-arsmote/'),
              ' and will abide by them if we become members.',
            ),
          ),
        },
        {
          name: 'listing',
          required: false,
          text: richText(
            'You may show our name, town, web address and logo among the members on this website. We can change our minds at any time.',
          ),
        },
      ],
    },
    submitLabel: { sv: 'Skicka ansökan', en: 'Send application' },
    privacyNotice: {
      sv: richText(
        'Vidjeverk är personuppgiftsansvarig. Vi behandlar kontaktpersonens uppgifter för att svara på ansökan och hålla kontakt, med stöd av ett berättigat intresse. Fakturauppgifter sparas så länge bokföringslagen kräver. Får ni nej raderar vi ansökan efter sex månader. Blir ni medlemmar sparar vi uppgifterna i högst tolv månader efter utträdet.',
        paragraph(
          'Den vars uppgifter vi har kan begära att få se dem, få dem rättade eller raderade, invända mot behandlingen och klaga hos Integritetsskyddsmyndigheten. Allt detta står utförligare på sidan ',
          link('Integritet', toPage('privacy')),
          '.',
        ),
      ),
      en: richText(
        'Vidjeverk is the controller of these data. We use the contact person’s details to answer the application and keep in touch, on the basis of legitimate interest. Invoicing details are kept for as long as the Swedish Bookkeeping Act requires. If the answer is no, the application is erased after six months; if you become a member, the details are kept for at most twelve months after you leave.',
        paragraph(
          'Anyone whose data we hold can ask to see, correct or erase them, object to their use, and complain to the Swedish Authority for Privacy Protection. All of this is set out under ',
          link('Privacy', toPage('privacy')),
          '.',
        ),
      ),
    },
    receiptHeading: { sv: 'Tack, nu är ansökan framme!', en: 'Thank you, your application has arrived!' },
    receiptText: {
      sv: richText(
        'Styrelsen behandlar den på sitt nästa möte, senast inom sex veckor. Ni behöver inte göra något under tiden.',
        paragraph(
          'Vill ni lära känna oss redan nu? ',
          link('Så arbetar vi', toPage('how-we-work')),
          ' är en bra början.',
        ),
      ),
      en: richText(
        'Our board will take it up at its next meeting, within six weeks at the latest. There is nothing you need to do in the meantime.',
        paragraph(
          'Would you like to get to know us already? ',
          link('How we work', toPage('how-we-work')),
          ' is a good place to start.',
        ),
      ),
    },
    recipients: ['medlem@vidjeverk.example'],
  },
]
