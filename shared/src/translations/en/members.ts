import type { membersSv } from '../sv/members.ts'

export const membersEn: Record<keyof typeof membersSv, string> = {
  'members.filter.heading': 'Narrow the list',
  'members.filter.all': 'All',
  'members.filter.tags': 'Field of work',
  'members.filter.cities': 'Town',
  'members.filter.choice': '{{name}} ({{number}})',
  'members.page.website': 'Website',
  'members.page.city': 'Town',
  'members.page.since': 'Member since',
  'members.page.tags': 'Field of work',
  'members.page.all': 'All members',
}
