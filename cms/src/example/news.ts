import { bold, bullets, heading, link, paragraph, richText } from './rich-text.ts'
import { picture, toPage, toTerm, type ExampleDocument } from './texts.ts'

export const news: ExampleDocument[] = [
  {
    key: 'glue-evening',
    publishedOn: '2026-11-19',
    title: { sv: 'Limkväll i smedjan', en: 'An evening of glue at the smithy' },
    slug: { sv: 'limkvall-i-smedjan', en: 'an-evening-of-glue' },
    introduction: {
      sv: 'Ta med det ni limmar i dag, så provar vi vad som händer när limmet är gjort av bark. Soppa ingår.',
      en: 'Bring whatever you glue today and we will find out what happens when the glue is made of bark. Soup included.',
    },
    event: {
      startsAt: '2027-01-21T16:30:00.000Z',
      endsAt: '2027-01-21T19:00:00.000Z',
      place: { sv: 'Gamla smedjan, Rönnfors', en: 'The old smithy, Rönnfors' },
    },
    body: {
      sv: richText(
        paragraph(
          'Limna Bioteknik visar tre lim som de har tagit fram i vår ',
          link('testbädd', toTerm('test-bed')),
          '. Hamid ställer in pressen efter era prover, så mejla honom måtten senast måndagen innan.',
        ),
        paragraph('Vi är högst tjugo. Den som inte är medlem får gärna vara en av dem.'),
      ),
      en: richText(
        paragraph(
          'Limna Bioteknik will show three glues developed in our ',
          link('test bed', toTerm('test-bed')),
          '. Hamid sets the press for your samples, so email him their measurements by the Monday before.',
        ),
        paragraph('There is room for twenty. You need not be a member to be one of them.'),
      ),
    },
    searchDescription: {
      sv: 'Torsdagen den 21 januari provar vi barklim på medlemmarnas egna material i gamla smedjan i Rönnfors.',
      en: 'On Thursday 21 January we try bark glue on members’ own materials at the old smithy in Rönnfors.',
    },
  },
  {
    key: 'test-bed-opens',
    publishedOn: '2026-11-12',
    title: { sv: 'Testbädden öppnar för fler', en: 'The test bed opens its doors wider' },
    slug: { sv: 'testbadden-oppnar-for-fler', en: 'test-bed-opens-its-doors' },
    introduction: {
      sv: 'Från och med januari är den gamla smedjan bemannad två kvällar i veckan. Då kan även den som inte är medlem boka tid vid pressen.',
      en: 'From January the old smithy will be staffed two evenings a week. On those evenings, even non-members can book time at the press.',
    },
    image: picture('workshop'),
    body: {
      sv: richText(
        paragraph(
          'Vår ',
          link('testbädd', toTerm('test-bed')),
          ' har hittills varit öppen på dagtid, när de flesta har fullt upp med sitt eget. Under hösten provade vi att hålla öppet tisdagar och torsdagar till klockan 20. Det blev fullbokat på elva dagar.',
        ),
        heading('h2', 'Det här kan ni boka'),
        bullets(
          [bold('Pressen'), ' för skivor upp till en gånger två meter.'],
          [bold('Torktunneln'), ' med fyra zoner, uppvärmd av spillvärme.'],
          [bold('Labbet'), ' för fukt, brottstyrka och brandprov i liten skala.'],
        ),
        paragraph(
          'Medlemmar har tio dagar om året utan kostnad. Andra betalar självkostnadspris. Hamid tar emot bokningar, ',
          link('här finns hans nummer', toPage('contact')),
          '.',
        ),
      ),
      en: richText(
        paragraph(
          'So far our ',
          link('test bed', toTerm('test-bed')),
          ' has been open in the daytime, just when most people are busy with their own work. This autumn we tried staying open until 8 pm on Tuesdays and Thursdays. It took eleven days to be fully booked.',
        ),
        heading('h2', 'What you can book'),
        bullets(
          [bold('The press,'), ' for panels of up to one by two metres.'],
          [bold('The drying tunnel,'), ' with four zones, run on waste heat.'],
          [bold('The lab,'), ' for moisture, strength and small-scale fire tests.'],
        ),
        paragraph(
          'Members have ten days a year free of charge. Others pay what it costs us. Hamid takes bookings; ',
          link('you’ll find his number here', toPage('contact')),
          '.',
        ),
      ),
    },
    searchDescription: {
      sv: 'Vidjeverks testbädd i Rönnfors får kvällsöppet och tar emot även den som inte är medlem.',
      en: 'Vidjeverk’s test bed in Rönnfors gets evening hours and welcomes non-members too.',
    },
  },
  {
    key: 'bark-became-glue',
    publishedOn: '2026-10-22',
    title: { sv: 'Barken som blev lim', en: 'How bark became glue' },
    slug: { sv: 'barken-som-blev-lim', en: 'how-bark-became-glue' },
    introduction: {
      sv: 'Projektet Andra snittet är i mål. Ett lim av granbark håller ihop möbler, och det tål både diskmaskin och norrländsk vinter.',
      en: 'The Second Cut project has crossed the line. A glue made from spruce bark holds furniture together, through dishwashers and northern winters alike.',
    },
    image: picture('rings'),
    body: {
      sv: richText(
        paragraph(
          'Bark är en ',
          link('restström', toTerm('side-stream')),
          ' som oftast eldas upp. Kvarnsele Trä hade berg av den, Limna Bioteknik visste hur man kokar den och Tälj & Tapp behövde ett lim som de vågade stå bakom. Det tog tre år och hundratolv recept.',
        ),
        'Det slutliga provet var en pall som stod ute en hel vinter och därefter körde trettio varv i diskmaskinen på Lärcentrum. Fogarna höll. Pallen blev inte vackrare.',
        heading('h2', 'Vad händer nu?'),
        'De tre företagen äger receptet gemensamt och söker nu en tillverkare. Slutrapporten är öppen för alla medlemmar, också kapitlet om allt som inte fungerade. Det är det längsta.',
      ),
      en: richText(
        paragraph(
          'Bark is a ',
          link('side stream', toTerm('side-stream')),
          ' that mostly goes up in smoke. Kvarnsele Trä had mountains of it, Limna Bioteknik knew how to cook it, and Tälj & Tapp wanted a glue they could put their name to. It took three years and a hundred and twelve recipes.',
        ),
        'The final test was a stool that stood outdoors for a whole winter and then went through thirty cycles in the dishwasher at the learning centre. The joints held. The stool did not grow any prettier.',
        heading('h2', 'What now?'),
        'The three companies own the recipe together and are looking for someone to make it. The final report is open to all members, including the chapter on everything that didn’t work. It is the longest one.',
      ),
    },
    searchDescription: {
      sv: 'Projektet Andra snittet har tagit fram ett lim av granbark som håller för både diskmaskin och vinter.',
      en: 'The Second Cut project has made a glue from spruce bark that stands up to both dishwashers and winter.',
    },
  },
  {
    key: 'bridge-to-school',
    publishedOn: '2026-10-01',
    title: { sv: 'Lärlingarna som byter arbetsplats', en: 'Apprentices who change workplaces' },
    slug: { sv: 'larlingar-som-byter-arbetsplats', en: 'apprentices-who-change-workplace' },
    introduction: {
      sv: 'I höst börjar åtta lärlingar en utbildning där de får tre handledare på tre företag. Tanken är att de ska se hela vägen från stock till stol.',
      en: 'This autumn eight apprentices begin a course with three supervisors at three companies. The idea is for them to see the whole way from log to chair.',
    },
    image: picture('bridge'),
    body: {
      sv: richText(
        'Alla klagar på att det är svårt att hitta folk. På vårens träff hos Tjärbo Mekaniska räknade vi efter: de tio medlemmarna skulle behöva trettio personer på fem år. Ingen av dem har råd att utbilda fler än en om året.',
        'Lösningen blev Mästarprov. Lärcentrum Rönndalen håller i teorin, och lärlingarna växlar mellan ett sågverk, en verkstad och en möbelsnickare. Företagen delar på lönen. Efter två år väljer lärlingen själv var hen vill söka jobb.',
        paragraph(
          'Nästa omgång startar hösten 2027. Vill ni ta emot en lärling? ',
          link('Hör av er', toPage('contact')),
          ' före jul.',
        ),
      ),
      en: richText(
        'Everybody complains that it is hard to find people. At the spring meeting, hosted by Tjärbo Mekaniska, we did the sums: our ten members will need thirty people in five years. None of them can afford to train more than one a year.',
        'The answer is called Masterpiece. The Rönn Valley learning centre teaches the theory, and the apprentices rotate between a sawmill, a workshop and a joinery. The companies split the wages. After two years it is up to the apprentice where to look for a job.',
        paragraph(
          'The next round starts in the autumn of 2027. Would you like to host an apprentice? ',
          link('Get in touch', toPage('contact')),
          ' before Christmas.',
        ),
      ),
    },
    searchDescription: {
      sv: 'Åtta lärlingar, tre företag var: utbildningen Mästarprov startar i Rönndalen.',
      en: 'Eight apprentices, three companies each: the Masterpiece training starts in the Rönn Valley.',
    },
  },
  {
    key: 'nine-chairs',
    publishedOn: '2026-09-10',
    title: { sv: 'Nio stolar runt ett bord', en: 'Nine chairs round a table' },
    slug: { sv: 'nio-stolar-runt-ett-bord', en: 'nine-chairs-round-a-table' },
    introduction: {
      sv: 'Höstens första träff hölls hos Kvarnsele Trä. Värden bjöd på bullar och ett problem med sågspån.',
      en: 'Our first meeting of the autumn was hosted by Kvarnsele Trä, who served buns and a problem with sawdust.',
    },
    image: picture('table'),
    body: {
      sv: richText(
        'Problemet var enkelt att förstå: finspånet från den nya klingan är för torrt för att pressas till pellets. Efter en timmes rundvandring satte sig nio personer kring ett bord, och fyra förslag senare var det två som lovade att prova.',
        'Storsele Energi tar hem en säck för att elda med. Bastra Textil vill se om spånet kan ge färg åt garn. Rapport på nästa träff, den 3 december hos Storsele Energi.',
      ),
      en: richText(
        'The problem was easy to grasp: the fine dust from the new blade is too dry to be pressed into pellets. After an hour’s tour nine people sat down round a table, and four suggestions later two of them had promised to try.',
        'Storsele Energi is taking a sack home to burn. Bastra Textil would like to see whether the dust can dye yarn. They report at the next meeting, on 3 December at Storsele Energi.',
      ),
    },
    searchDescription: {
      sv: 'Höstens första medlemsträff handlade om sågspån som är för torrt för pellets.',
      en: 'The first members’ meeting of the autumn was about sawdust too dry for pellets.',
    },
  },
]
