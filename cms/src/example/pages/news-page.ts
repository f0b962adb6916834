export const newsPage = {
  key: 'news',
  order: 4,
  title: { sv: 'Nyheter', en: 'News' },
  slug: { sv: 'nyheter', en: 'news' },
  introduction: {
    sv: 'Det som händer i klustret, i dalen och i testbädden.',
    en: 'What is going on in the cluster, in the valley and at the test bed.',
  },
  blocks: [{ blockType: 'newsList' }],
  searchDescription: {
    sv: 'Nyheter från materialklustret Vidjeverk i Rönndalen.',
    en: 'News from Vidjeverk, the materials cluster of the Rönn Valley.',
  },
}
