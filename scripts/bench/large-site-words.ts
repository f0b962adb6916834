import type { Language } from 'shared/languages'

/** The same thing said in both languages. */
export type Said = Record<Language, string>

const both = (pairs: readonly (readonly [sv: string, en: string])[]): Said[] => pairs.map(([sv, en]) => ({ sv, en }))

/** What the pages are about; fits into titles and into sentences. */
export const topics = both([
  ['torkning av virke', 'timber drying'],
  ['återbruk av spån', 'reuse of shavings'],
  ['limning utan lösningsmedel', 'solvent-free gluing'],
  ['ytbehandling med linolja', 'surface treatment with linseed oil'],
  ['digital virkesmätning', 'digital timber measurement'],
  ['gemensamma transporter', 'shared transport'],
  ['energikartläggning', 'energy mapping'],
  ['spårbarhet i skogen', 'traceability in the forest'],
  ['materialprovning', 'materials testing'],
  ['brandskydd av trä', 'fire protection of wood'],
  ['akustik i trähus', 'acoustics in timber houses'],
  ['cirkulära förpackningar', 'circular packaging'],
  ['kompetensförsörjning', 'skills supply'],
  ['lärlingsutbildning', 'apprenticeships'],
  ['handledning på arbetsplatsen', 'workplace supervision'],
  ['jämställd rekrytering', 'gender-equal recruitment'],
  ['arbetsmiljö vid maskiner', 'safety at machines'],
  ['bullermätning', 'noise measurement'],
  ['underhåll av maskiner', 'machine maintenance'],
  ['robotar i småföretag', 'robots in small firms'],
  ['kvalitetskontroll med kamera', 'camera-based quality control'],
  ['bioplast av lignin', 'bioplastics from lignin'],
  ['textil av cellulosa', 'textiles from cellulose'],
  ['bark som råvara', 'bark as a raw material'],
  ['spillvärme', 'waste heat'],
  ['biokol', 'biochar'],
  ['regional matchning', 'regional matchmaking'],
  ['exportstöd', 'export support'],
  ['offentlig upphandling', 'public procurement'],
  ['standarder och märkning', 'standards and labelling'],
  ['livscykelanalys', 'life-cycle assessment'],
  ['klimatredovisning', 'climate reporting'],
  ['vattenrening', 'water treatment'],
  ['naturvårdsavtal', 'nature conservation agreements'],
  ['plantering och föryngring', 'planting and regeneration'],
  ['gallring', 'thinning'],
  ['lövskogsbruk', 'broadleaf forestry'],
  ['hantverkstradition', 'craft tradition'],
  ['möbeldesign', 'furniture design'],
  ['byggande på höjden', 'building upwards'],
  ['renovering av fönster', 'window renovation'],
  ['trägolv', 'wooden floors'],
  ['båtbygge', 'boatbuilding'],
  ['instrumentbygge', 'instrument making'],
  ['prefabricerade hus', 'prefabricated houses'],
  ['lagerhållning', 'stock keeping'],
  ['gemensamma inköp', 'joint purchasing'],
  ['finansiering av projekt', 'project funding'],
  ['ägarskifte', 'change of ownership'],
  ['styrelsearbete', 'board work'],
  ['affärsutveckling', 'business development'],
  ['varumärke och berättelse', 'brand and story'],
  ['studiebesök', 'study visits'],
  ['mentorskap', 'mentoring'],
  ['öppna data', 'open data'],
  ['informationssäkerhet', 'information security'],
  ['immateriella rättigheter', 'intellectual property'],
  ['samverkan med högskolan', 'working with the university'],
  ['kompositer av träfiber', 'wood-fibre composites'],
  ['sensorer i byggnader', 'sensors in buildings'],
  ['elektrifierade maskiner', 'electrified machines'],
  ['fossilfria transporter', 'fossil-free transport'],
  ['lokal mat och turism', 'local food and tourism'],
  ['internationella partner', 'international partners'],
])

/** Whom a page is for. */
export const groups = both([
  ['sågverk', 'sawmills'],
  ['möbelsnickare', 'joiners'],
  ['textilföretag', 'textile companies'],
  ['skogsägare', 'forest owners'],
  ['forskare', 'researchers'],
  ['kommuner', 'municipalities'],
  ['kartongbruk', 'board mills'],
  ['husbyggare', 'house builders'],
  ['nya medlemmar', 'new members'],
  ['små företag', 'small firms'],
  ['unga', 'young people'],
  ['chefer', 'managers'],
  ['inköpare', 'purchasers'],
  ['lärlingar', 'apprentices'],
  ['konstruktörer', 'design engineers'],
  ['handledare', 'supervisors'],
  ['åkerier', 'hauliers'],
  ['verkstäder', 'workshops'],
  ['båtbyggare', 'boat builders'],
  ['arkitekter', 'architects'],
  ['golvläggare', 'floor layers'],
  ['plantskolor', 'tree nurseries'],
  ['styrelser', 'boards'],
  ['lärare', 'teachers'],
])

/** How a page looks at its topic. */
export const aspects = both([
  ['steg för steg', 'step by step'],
  ['så gör vi', 'how we do it'],
  ['frågor och svar', 'questions and answers'],
  ['vad det kostar', 'what it costs'],
  ['goda exempel', 'good examples'],
  ['en checklista', 'a checklist'],
  ['regler och råd', 'rules and advice'],
  ['vanliga misstag', 'common mistakes'],
  ['tio lärdomar', 'ten lessons'],
  ['för nybörjare', 'for beginners'],
  ['det senaste året', 'the past year'],
  ['vad forskningen säger', 'what research says'],
  ['tidsplan', 'timetable'],
  ['budget och bidrag', 'budget and grants'],
  ['kurser', 'courses'],
  ['kontakter', 'contacts'],
  ['mätvärden', 'measurements'],
  ['utrustning att låna', 'equipment to borrow'],
  ['en medlem berättar', 'a member’s story'],
  ['avtal och mallar', 'agreements and templates'],
  ['historia', 'history'],
  ['framtid', 'the future'],
  ['nätverket', 'the network'],
  ['utvärdering', 'evaluation'],
])

/** Towns of a valley that does not exist. */
export const towns = [
  'Rönnfors',
  'Kvarnsele',
  'Lidbruk',
  'Tjärbo',
  'Storsele',
  'Bastra',
  'Näverå',
  'Vidfors',
  'Alsele',
  'Spångbo',
  'Talludden',
  'Enbäck',
  'Hyttsele',
  'Ljungfors',
  'Moränga',
  'Kådnäs',
  'Löbron',
  'Masugnsbo',
  'Furusele',
  'Hässjefors',
  'Kolbränna',
  'Lövhamra',
  'Myrlida',
  'Rismark',
]

/** Who acts. */
export const actors = both([
  ['sågverken', 'the sawmills'],
  ['möbelsnickarna', 'the joiners'],
  ['textilföretagen', 'the textile companies'],
  ['skogsägarna', 'the forest owners'],
  ['forskarna', 'the researchers'],
  ['kommunerna', 'the municipalities'],
  ['kartongbruken', 'the board mills'],
  ['husbyggarna', 'the house builders'],
  ['energibolagen', 'the energy companies'],
  ['lärlingarna', 'the apprentices'],
  ['åkerierna', 'the hauliers'],
  ['verkstäderna', 'the workshops'],
  ['limtillverkarna', 'the glue makers'],
  ['båtbyggarna', 'the boat builders'],
  ['arkitekterna', 'the architects'],
  ['inköparna', 'the purchasers'],
  ['yrkesskolorna', 'the vocational schools'],
  ['bankerna', 'the banks'],
  ['plantskolorna', 'the tree nurseries'],
  ['maskinbyggarna', 'the machine builders'],
])

/** What they do about a topic. Swedish parts the verb from the rest, as the subject comes between them after an adverb. */
export const acts = [
  { sv: { verb: 'delar', rest: 'kunskap om' }, en: 'share knowledge of' },
  { sv: { verb: 'prövar', rest: 'nya vägar för' }, en: 'try new ways for' },
  { sv: { verb: 'samlar', rest: 'erfarenheter av' }, en: 'gather experience of' },
  { sv: { verb: 'planerar', rest: 'gemensamt för' }, en: 'plan together for' },
  { sv: { verb: 'söker', rest: 'pengar till' }, en: 'apply for funding for' },
  { sv: { verb: 'utbildar', rest: 'personal i' }, en: 'train staff in' },
  { sv: { verb: 'räknar', rest: 'på kostnaden för' }, en: 'work out the cost of' },
  { sv: { verb: 'berättar', rest: 'öppet om' }, en: 'speak openly about' },
  { sv: { verb: 'tar', rest: 'ansvar för' }, en: 'take responsibility for' },
  { sv: { verb: 'skriver', rest: 'riktlinjer för' }, en: 'write guidelines for' },
  { sv: { verb: 'bjuder', rest: 'in till samtal om' }, en: 'invite others to talk about' },
  { sv: { verb: 'lånar', rest: 'utrustning för' }, en: 'borrow equipment for' },
  { sv: { verb: 'satsar', rest: 'mer än förr på' }, en: 'invest more than before in' },
  { sv: { verb: 'letar', rest: 'efter partner inom' }, en: 'look for partners in' },
  { sv: { verb: 'bygger', rest: 'vidare på' }, en: 'build on' },
  { sv: { verb: 'ställer', rest: 'högre krav på' }, en: 'set higher standards for' },
]

/** Where it happens. */
export const places = both([
  ['i den gamla smedjan', 'in the old smithy'],
  ['ute på fabriksgolvet', 'out on the shop floor'],
  ['i testbädden', 'in the test bed'],
  ['nere vid älven', 'down by the river'],
  ['hos en av medlemmarna', 'at one member’s'],
  ['på lärcentrum', 'at the learning centre'],
  ['i det stora torkhuset', 'in the big drying house'],
  ['på sågplanen', 'in the sawmill yard'],
  ['i laboratoriet', 'in the laboratory'],
  ['runt köksbordet', 'round the kitchen table'],
  ['i hela dalen', 'throughout the valley'],
  ['på tre orter', 'in three towns'],
  ['över kommungränserna', 'across municipal borders'],
  ['i skogen ovanför byn', 'in the forest above the village'],
  ['bakom gamla stationen', 'behind the old station'],
  ['i den nya hallen', 'in the new hall'],
])

/** When it happens. */
export const times = both([
  ['varje månad', 'every month'],
  ['två gånger om året', 'twice a year'],
  ['på våren', 'in spring'],
  ['före varje styrelsemöte', 'before each board meeting'],
  ['efter semestern', 'after the holidays'],
  ['varje torsdag', 'every Thursday'],
  ['numera', 'nowadays'],
  ['under vinterhalvåret', 'in the winter months'],
  ['vid varje kvartalsskifte', 'at the turn of each quarter'],
  ['när det nya året börjar', 'when the new year begins'],
])

/** Sentences with gaps, the same gaps in both languages. */
export const sentences = both([
  ['{Actors} {verb} {rest} {topic} {place}.', '{Actors} {act} {topic} {place}.'],
  ['{Time} {verb} {actors} {rest} {topic}.', '{Time} {actors} {act} {topic}.'],
  [
    'Arbetet med {topic} började {place} och har spritt sig till {town}.',
    'The work on {topic} began {place} and has spread to {town}.',
  ],
  [
    'Den som vill veta mer om {topic} kan ringa {actors} eller komma på besök {place}.',
    'Anyone who wants to know more about {topic} can call {actors} or pay a visit {place}.',
  ],
  [
    'Det märks framför allt {place}, där {actors} {verb} {rest} {topic}.',
    'It shows above all {place}, where {actors} {act} {topic}.',
  ],
  [
    'I {town} lades {number} kronor om året på {topic} innan {actors} gjorde gemensam sak.',
    'In {town}, {number} kronor a year went on {topic} before {actors} joined forces.',
  ],
  [
    'Av {count} deltagare säger {share} procent att arbetet med {topic} har blivit enklare.',
    'Of {count} participants, {share} per cent say that the work on {topic} has become easier.',
  ],
  ['{Time} möts vi {place} och går igenom {topic}.', '{Time} we meet {place} and go through {topic}.'],
  [
    'Alla behöver inte kunna allt om {topic}, men {actors} behöver veta vem de ska fråga.',
    'Not everybody needs to know all about {topic}, but {actors} need to know whom to ask.',
  ],
  [
    'Ett gott råd är att börja smått med {topic} och mäta innan något ändras.',
    'A good piece of advice is to start small with {topic} and to measure before anything is changed.',
  ],
  [
    'Nästa steg tas {place} så snart {actors} har svarat.',
    'The next step will be taken {place} as soon as {actors} have answered.',
  ],
  ['Utan {actors} hade {topic} stannat på papper.', 'Without {actors}, {topic} would have stayed on paper.'],
])

/** What people say when they are asked. */
export const sayings = both([
  [
    'Vi trodde att det handlade om {topic}, men det handlade om att våga fråga.',
    'We thought it was about {topic}, but it was about daring to ask.',
  ],
  ['{Topic} är för viktigt för att göras ensam.', '{Topic} is too important to be done alone.'],
  [
    'Det tog oss tre år att förstå hur mycket {actors} redan visste om {topic}.',
    'It took us three years to see how much {actors} already knew about {topic}.',
  ],
  [
    'Kaffet var kallt, men {actors} stannade kvar {place} och pratade om {topic}.',
    'The coffee was cold, but {actors} stayed on {place} and talked about {topic}.',
  ],
])

/** Headings over the parts of a page. */
export const headings = both([
  ['Så började det', 'How it began'],
  ['Vad vi gör', 'What we do'],
  ['Vilka som är med', 'Who takes part'],
  ['Vad det har gett', 'What has come of it'],
  ['Så kommer ni igång', 'How to get going'],
  ['Vad vi har lärt oss', 'What we have learnt'],
  ['Kostnad och tid', 'Cost and time'],
  ['Vanliga frågor', 'Frequent questions'],
  ['Mer om {topic}', 'More about {topic}'],
  ['{Topic} i {town}', '{Topic} in {town}'],
  ['{Actors} och {topic}', '{Actors} and {topic}'],
  ['Nästa steg', 'Next steps'],
])

export const firstNames = [
  'Tove',
  'Hamid',
  'Siri',
  'Joel',
  'Agneta',
  'Birger',
  'Cecilia',
  'Dragan',
  'Elsa',
  'Fatima',
  'Gustav',
  'Hanna',
  'Isak',
  'Jasmin',
  'Karl-Erik',
  'Lovisa',
  'Mona',
  'Nils',
  'Olle',
  'Petra',
]
export const lastNames = [
  'Lidmark',
  'Wallgård',
  'Brännkvist',
  'Utterhed',
  'Hedström',
  'Furuhage',
  'Kvarnlund',
  'Spångholm',
  'Tjärnemo',
  'Barkestad',
  'Ringdahl',
  'Näverfeldt',
]
export const jobTitles = both([
  ['klusterledare', 'cluster manager'],
  ['processledare', 'programme lead'],
  ['projektledare', 'project manager'],
  ['kommunikatör', 'communications officer'],
  ['platschef', 'site manager'],
  ['materialforskare', 'materials researcher'],
  ['utbildningsledare', 'training manager'],
  ['produktionschef', 'head of production'],
])
export const trades = ['Såg', 'Trä', 'Textil', 'Mekaniska', 'Kartong', 'Snickeri']

const wordBeginnings = both([
  ['mät', 'measuring'],
  ['klyv', 'splitting'],
  ['tork', 'drying'],
  ['spån', 'shavings'],
  ['års', 'yearly'],
  ['råd', 'advisory'],
])
const wordEndings = both([
  ['zon', 'zone'],
  ['tal', 'number'],
  ['krets', 'circle'],
  ['prov', 'test'],
  ['lag', 'team'],
  ['led', 'stage'],
])

/** A hundred words that a glossary may explain. */
export const glossaryWords: Said[] = [
  ...topics,
  ...wordBeginnings.flatMap((one) =>
    wordEndings.map((other) => ({ sv: one.sv + other.sv, en: `${one.en} ${other.en}` })),
  ),
]
