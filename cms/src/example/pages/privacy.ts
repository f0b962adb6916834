import { personalPaths } from 'shared/membership/personal-page'
import { bold, bullets, link, paragraph, richText } from '../rich-text.ts'
import { person, toPage } from '../texts.ts'

export const privacy = {
  key: 'privacy',
  order: 8,
  title: { sv: 'Integritet', en: 'Privacy' },
  slug: { sv: 'integritet', en: 'privacy' },
  introduction: {
    sv: 'Här står vilka personuppgifter vi behandlar när du besöker webbplatsen och när ni ansöker om medlemskap, varför vi gör det och vilka rättigheter du har.',
    en: 'This page tells you which personal data we handle when you visit this website and when you apply for membership, why we do so, and what your rights are.',
  },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Vem som ansvarar', en: 'Who is responsible' },
      body: {
        sv: richText(
          paragraph(
            'Vidjeverk, organisationsnummer 802999-0002, Bruksgatan 4, 984 99 Rönnfors, är personuppgiftsansvarig. Skriv till ',
            link('integritet@vidjeverk.example', 'mailto:integritet@vidjeverk.example'),
            ' eller ring 0980-31 92 00. Vi har inget dataskyddsombud, eftersom vår verksamhet inte kräver det.',
          ),
        ),
        en: richText(
          paragraph(
            'The controller is Vidjeverk, organisation number 802999-0002, Bruksgatan 4, SE-984 99 Rönnfors, Sweden. Write to ',
            link('integritet@vidjeverk.example', 'mailto:integritet@vidjeverk.example'),
            ' or call +46 980 31 92 00. We have no data protection officer, as our activities do not call for one.',
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'När du besöker webbplatsen', en: 'When you visit the website' },
      body: {
        sv: richText(
          bullets(
            [
              bold('Inga kakor.'),
              ' Webbplatsen sätter inga kakor hos besökare och hämtar ingenting från andra företag: inga typsnitt, kartor, filmer eller mätverktyg. Därför ser du ingen kakruta.',
            ],
            [bold('Ingen statistik över personer.'), ' Vi följer inte vad enskilda besökare gör.'],
            [
              bold('IP-adressen'),
              ' behövs för att sidan ska nå dig. Den används också för att stoppa robotar som skickar formulär i mängder, med stöd av vårt berättigade intresse av att hålla webbplatsen i gång. Den sparas inte tillsammans med ansökan.',
            ],
            [
              bold('Det du skriver i ansökan'),
              ' ligger kvar i din egen webbläsare tills du skickar den eller stänger fliken, så att inget går förlorat om sidan laddas om. Vi ser det inte förrän du skickar. Är organisationsnumret ett personnummer sparas det inte där.',
            ],
          ),
        ),
        en: richText(
          bullets(
            [
              bold('No cookies.'),
              ' The site sets none for visitors and fetches nothing from other companies: no fonts, maps, films or analytics. That is why you see no cookie banner.',
            ],
            [bold('No statistics about people.'), ' We do not follow what individual visitors do.'],
            [
              bold('Your IP address'),
              ' is needed for the page to reach you. It also helps us stop robots that send forms by the hundred; the basis for this is our legitimate interest in keeping the site running. It is not stored with an application.',
            ],
            [
              bold('What you type in the application'),
              ' stays in your own browser until you send it or close the tab, so that nothing is lost if the page reloads. We see it only once you send it. An organisation number that is somebody’s personal identity number is not kept there.',
            ],
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'När ni ansöker om medlemskap', en: 'When you apply for membership' },
      body: {
        sv: richText(
          'Det här behandlar vi, och på den här rättsliga grunden:',
          bullets(
            [
              bold('Kontaktpersonens namn, roll, e-post och telefon,'),
              ' för att svara på ansökan och hålla kontakt med medlemmen. Grund: vårt och er organisations berättigade intresse av att kunna nå varandra (artikel 6.1 f i dataskyddsförordningen).',
            ],
            [
              bold('Uppgifter om den som har enskild firma,'),
              ' där organisationsnumret är ett personnummer. De behövs för att ingå och fullgöra medlemskapet (artikel 6.1 b). Numret visas aldrig på webbplatsen.',
            ],
            [bold('Fakturauppgifter,'), ' för att ta betalt och bokföra. Grund: bokföringslagen (artikel 6.1 c).'],
            [bold('Meddelandet du skriver,'), ' på samma grund som kontaktuppgifterna. Skriv inget känsligt där.'],
            [
              bold('Vilka villkor ni har godkänt,'),
              ' i vilken version och när, för att kunna visa det. Grund: berättigat intresse (artikel 6.1 f).',
            ],
          ),
          'Det som är märkt ”frivilligt” i formuläret kan ni hoppa över. Resten behöver vi för att kunna pröva ansökan. Styrelsen fattar besluten; inget avgörs automatiskt och ingen profileras.',
        ),
        en: richText(
          'This is what we handle, and on which legal basis:',
          bullets(
            [
              bold('The contact person’s name, role, email and phone,'),
              ' to answer the application and keep in touch with the member. Basis: the legitimate interest, ours and your organisation’s, in being able to reach each other (Article 6(1)(f) of the GDPR).',
            ],
            [
              bold('Details of sole traders,'),
              ' whose organisation number in Sweden is their personal identity number. They are needed to enter into and perform the membership (Article 6(1)(b)). The number is never shown on the website.',
            ],
            [
              bold('Invoicing details,'),
              ' to charge the fee and keep our books. Basis: the Swedish Bookkeeping Act (Article 6(1)(c)).',
            ],
            [
              bold('The message you write,'),
              ' on the same basis as the contact details. Please put nothing sensitive in it.',
            ],
            [
              bold('Which terms you accepted,'),
              ' in which version and when, so that we can show it. Basis: legitimate interest (Article 6(1)(f)).',
            ],
          ),
          'You may skip what the form marks as optional. The rest we need to be able to consider the application. Our board makes the decisions; nothing is decided automatically and nobody is profiled.',
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Om ni vill synas i medlemslistan', en: 'If you would like to be on the list of members' },
      body: {
        sv: richText(
          'Organisationens namn, ort, webbadress och logotyp visas på webbplatsen bara om ni har kryssat i att ni vill det. För enskild firma är detta ett samtycke (artikel 6.1 a). Ni kan ta tillbaka det när som helst, med ett klick på er egen sida eller genom att mejla oss, och medlemskapet påverkas inte. Kontaktpersoner visas aldrig.',
        ),
        en: richText(
          'Your organisation’s name, town, web address and logo are shown on the site only if you have ticked the box that says so. For sole traders this is consent (Article 6(1)(a)). You can withdraw it at any time, with one click on your own page or by emailing us, and your membership is not affected. Contact persons are never shown.',
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Hur länge vi sparar', en: 'How long we keep it' },
      body: {
        sv: richText(
          bullets(
            'En ansökan som ingen bekräftar raderas en vecka efter att tiden för det har gått ut, och en återtagen efter 30 dagar.',
            'En ansökan som avböjs raderas sex månader efter beslutet.',
            'En medlems kontaktuppgifter raderas senast tolv månader efter att medlemskapet har upphört, eller tidigare om personen slutar och någon annan tar över.',
            'Det som hör till bokföringen sparas till och med det sjunde året efter det kalenderår då räkenskapsåret avslutades, som lagen kräver.',
            'Webbplatsen som den såg ut tidigare sparas i högst 90 dagar, så att vi kan rätta misstag. Den som raderas tas bort även där.',
            'Säkerhetskopior skrivs över inom 35 dagar.',
          ),
        ),
        en: richText(
          bullets(
            'An application that nobody confirms is erased a week after the time to do so has passed, and one that is withdrawn after 30 days.',
            'An application that is declined is erased six months after the decision.',
            'A member’s contact details are erased within twelve months of the membership ending, or sooner if the person leaves and someone else takes over.',
            'What belongs to our accounts is kept through the seventh year after the calendar year in which the financial year ended, as Swedish law requires.',
            'The website as it looked before is kept for at most 90 days, so that we can correct mistakes. Anyone who is erased is removed from that too.',
            'Back-ups are overwritten within 35 days.',
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Vilka som ser uppgifterna', en: 'Who sees it' },
      body: {
        sv: richText(
          'Vår medlemsansvariga och vår klusterledare ser ansökningarna, och styrelsen ser dem den ska besluta om. Företagen som driver vår server och vår e-post behandlar uppgifterna för vår räkning och enligt avtal. De finns inom EU och EES, och uppgifterna förs inte ut därifrån. Vi säljer inget och lämnar inte ut medlemsregistret.',
        ),
        en: richText(
          'Our membership officer and our cluster manager see the applications, and the board sees those it is to decide on. The companies that run our server and our email process the data on our behalf and under contract. They are within the EU and EEA, and the data do not leave it. We sell nothing and do not hand out the register of members.',
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Dina rättigheter', en: 'Your rights' },
      body: {
        sv: richText(
          'Om vi behandlar uppgifter om dig har du rätt att få veta vilka de är och få en kopia, få fel rättade, få uppgifter raderade eller behandlingen begränsad, och invända mot det vi gör med stöd av ett berättigat intresse. Uppgifter som bygger på avtal eller samtycke kan du få ut i ett format som går att flytta. Vi svarar inom en månad.',
          paragraph(
            'Mycket av det gör du själv på ',
            link('din egen sida', personalPaths.sv),
            ', som varje mejl från oss leder till: se vad vi har, rätta det, hämta en kopia, ändra dina svar och ta tillbaka ansökan.',
          ),
          paragraph(
            'Tycker du att vi gör fel, säg det gärna till oss. Du har också alltid rätt att klaga hos ',
            link('Integritetsskyddsmyndigheten (IMY)', 'https://www.imy.se/'),
            '.',
          ),
        ),
        en: richText(
          'If we handle data about you, you have the right to know what they are and to have a copy, to have errors corrected, to have data erased or their use restricted, and to object to what we do on the basis of legitimate interest. Data based on contract or consent you can have in a format that can be moved elsewhere. We answer within a month.',
          paragraph(
            'Much of this you can do yourself on ',
            link('your own page', personalPaths.en),
            ', which every email from us leads to: see what we hold, correct it, have a copy, change your answers and withdraw the application.',
          ),
          paragraph(
            'If you think we have got something wrong, please tell us. You also always have the right to complain to the ',
            link('Swedish Authority for Privacy Protection (IMY)', 'https://www.imy.se/en/'),
            '.',
          ),
        ),
      },
    },
    {
      blockType: 'contactCard',
      heading: { sv: 'Vill du veta vad vi har om dig?', en: 'Would you like to know what we hold on you?' },
      invitation: {
        sv: 'Siri letar fram det, rättar det eller tar bort det.',
        en: 'Siri will find it, correct it or delete it.',
      },
      contacts: [person('siri')],
    },
    {
      blockType: 'text',
      body: {
        sv: richText(
          paragraph(
            'Senast ändrad den 2 november 2026. Se även ',
            link('tillgänglighetsredogörelsen', toPage('accessibility')),
            '.',
          ),
        ),
        en: richText(
          paragraph(
            'Last changed on 2 November 2026. See also our ',
            link('accessibility statement', toPage('accessibility')),
            '.',
          ),
        ),
      },
    },
  ],
  searchDescription: {
    sv: 'Så behandlar Vidjeverk personuppgifter: inga kakor, vad som sparas av en ansökan, hur länge, och vilka rättigheter du har.',
    en: 'How Vidjeverk handles personal data: no cookies, what is kept of an application, for how long, and what your rights are.',
  },
}
