import { linkToPage } from '../texts.ts'

export const members = {
  key: 'members',
  order: 3,
  title: { sv: 'Våra medlemmar', en: 'Our members' },
  slug: { sv: 'vara-medlemmar', en: 'our-members' },
  introduction: {
    sv: 'Skogsägare, sågverk, kartongbruk, snickare och ett energibolag: tillsammans täcker våra medlemmar nästan hela vägen från planta till produkt.',
    en: 'Forest owners, a sawmill, a board mill, joiners and an energy company: between them, our members cover nearly all the way from seedling to product.',
  },
  blocks: [
    {
      blockType: 'memberList',
      introduction: {
        sv: 'Listan hämtas ur vårt medlemsregister. Här syns de som har sagt ja till att synas.',
        en: 'The list comes straight from our register and shows the members who have agreed to be shown.',
      },
    },
    {
      blockType: 'callToAction',
      heading: { sv: 'Saknas ni här?', en: 'Is your name missing?' },
      text: {
        sv: 'Medlem kan ni bli när som helst på året.',
        en: 'You can join at any time of the year.',
      },
      link: linkToPage('membership', { sv: 'Bli medlem', en: 'Become a member' }),
    },
  ],
  searchDescription: {
    sv: 'Företag och organisationer i Rönndalen som är medlemmar i materialklustret Vidjeverk.',
    en: 'The companies and organisations of the Rönn Valley that are members of the materials cluster Vidjeverk.',
  },
}
