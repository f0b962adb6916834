/** What the site says of members. Swedish is the source: what is said here, English says too. */
export const membersSv = {
  'members.filter.heading': 'Avgränsa listan',
  'members.filter.all': 'Alla',
  'members.filter.tags': 'Verksamhet',
  'members.filter.cities': 'Ort',
  'members.filter.choice': '{{name}} ({{number}})',
  'members.page.website': 'Webbplats',
  'members.page.city': 'Ort',
  'members.page.since': 'Medlem sedan',
  'members.page.tags': 'Verksamhet',
  'members.page.all': 'Alla medlemmar',
} as const
