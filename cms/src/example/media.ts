import type { ExampleDocument } from './texts.ts'

/** The example's pictures, drawn by `draw.ts`. The focal point is in per cent from the left and from the top. */
export const media: ExampleDocument[] = [
  {
    key: 'valley',
    file: 'ronndalen.webp',
    alt: {
      sv: 'En älv slingrar sig genom en skogklädd dal mot en låg sol. Ljusa trådar binder samman en fabrik, några hus och en verkstad.',
      en: 'A river winds through a wooded valley towards a low sun. Threads of light tie together a mill, some houses and a workshop.',
    },
    focalX: 62,
    focalY: 48,
  },
  {
    key: 'rowan',
    file: 'ronnbar.webp',
    alt: {
      sv: 'Tre klasar röda rönnbär på en gren med höstgula blad. Prickade linjer löper mellan klasarna.',
      en: 'Three bunches of red rowan berries on a branch with autumn leaves. Dotted lines run from bunch to bunch.',
    },
    focalX: 72,
    focalY: 42,
  },
  {
    key: 'weave',
    file: 'flatverk.webp',
    alt: {
      sv: 'Flätverk av vidjor på nära håll. Tre av vidjorna är gröna, blå och röda.',
      en: 'Wickerwork seen up close. Three of the withes are green, blue and red.',
    },
    focalX: 76,
    focalY: 50,
  },
  {
    key: 'rings',
    file: 'arsringar.webp',
    alt: {
      sv: 'En stockände med årsringar. Ringarna fortsätter utanför barken som banor med ljusa punkter som är förbundna med varandra.',
      en: 'The end of a log with its annual rings. Outside the bark the rings go on as orbits, with bright points tied to one another.',
    },
    focalX: 45,
    focalY: 50,
  },
  {
    key: 'bridge',
    file: 'bron.webp',
    alt: {
      sv: 'En bro av flätade band över stilla vatten. Två personer har gått ut på den från varsitt håll.',
      en: 'A bridge of woven bands over still water. Two people have set out on it from either side.',
    },
    focalX: 50,
    focalY: 48,
  },
  {
    key: 'workshop',
    file: 'testbadden.webp',
    alt: {
      sv: 'En verkstad vid älven om natten med ljus i alla fönster. På himlen bildar stjärnor en glaskolv.',
      en: 'A workshop by the river at night, every window lit. In the sky, stars make the shape of a flask.',
    },
    focalX: 45,
    focalY: 50,
  },
  {
    key: 'table',
    file: 'bordet.webp',
    alt: {
      sv: 'Nio personer runt ett bord med kaffe och bullar, sedda uppifrån. Trådar löper mellan alla platser.',
      en: 'Nine people round a table with coffee and buns, seen from above. Threads run between all the places.',
    },
    focalX: 50,
    focalY: 50,
  },
  {
    key: 'model-sv',
    file: 'klustermodellen.png',
    alt: {
      sv: 'Fyra trådar löper från vänster in i en cirkel, Klusterledning: Företag, Forskning, Offentlig sektor och Kapital. Ur cirkeln löper alla fyra trådarna vidare till tre resultat: Nya produkter, Delade resurser och Rätt kompetens. En streckad pil leder tillbaka från resultaten till början.',
      en: 'The cluster model with its labels in Swedish: four strands run into a circle, the cluster team, and on to three results.',
    },
  },
  {
    key: 'model-en',
    file: 'cluster-model.png',
    alt: {
      sv: 'Klustermodellen med text på engelska: fyra trådar löper in i en cirkel, klusterledningen, och vidare till tre resultat.',
      en: 'Four strands run from the left into a circle, the cluster team: companies, research, public sector and capital. All four run on from the circle to each of three results: new products, shared resources and the right skills. A dotted arrow leads back from the results to the beginning.',
    },
  },
  { key: 'mark', file: 'vidjeverk.png', alt: { sv: 'Vidjeverk', en: 'Vidjeverk' }, decorative: true },
  { key: 'ronnfors-kartong', file: 'ronnfors-kartong.png', alt: { sv: 'Rönnfors Kartong', en: 'Rönnfors Kartong' } },
  { key: 'kvarnsele-tra', file: 'kvarnsele-tra.png', alt: { sv: 'Kvarnsele Trä', en: 'Kvarnsele Trä' } },
  { key: 'limna', file: 'limna.png', alt: { sv: 'Limna', en: 'Limna' } },
  {
    key: 'lidbruks-skogsagare',
    file: 'lidbruks-skogsagare.png',
    alt: { sv: 'Lidbruks Skogsägare', en: 'Lidbruks Skogsägare' },
  },
  { key: 'talj-tapp', file: 'talj-tapp.png', alt: { sv: 'Tälj & Tapp', en: 'Tälj & Tapp' } },
]
