import type { statementSv } from '../sv/statement.ts'

export const statementEn: Record<keyof typeof statementSv, string> = {
  'statement.intro.text':
    'This website is run by {{name}}. We want as many people as possible to be able to use it. Here we describe how the website meets the Swedish Act on Accessibility to Digital Public Services (2018:1937), which shortcomings we know of, and how you can tell us when something doesn’t work.',
  'statement.intro.scope': 'This statement covers the website {{service}}.',
  'statement.intro.voluntary':
    'We are not bound by the Act, but have chosen to follow it. That is why we tell you here everything the Act requires.',

  'statement.compliance.heading': 'How accessible is the website?',
  'statement.compliance.full':
    'This website is fully compliant with the Act on Accessibility to Digital Public Services. We know of no shortcomings.',
  'statement.compliance.partial':
    'This website is partially compliant with the Act on Accessibility to Digital Public Services. The shortcomings are described below.',
  'statement.compliance.none':
    'This website is not compliant with the Act on Accessibility to Digital Public Services. The shortcomings are described below.',
  'statement.compliance.yardstick':
    'We measure ourselves against the standard EN 301 549 and the guidelines WCAG 2.2 at level AA.',

  'statement.report.heading': 'Tell us when something doesn’t work',
  'statement.report.text':
    'We keep working to make the website more accessible. Get in touch if you come across a barrier that is not described here, if you think that we do not meet the requirements of the Act, or if you need the content in another form, for example read aloud or printed.',
  'statement.report.email': 'Write to us:',
  'statement.report.phone': 'Call us:',
  'statement.report.answer-days_one': 'We answer within one working day.',
  'statement.report.answer-days_other': 'We answer within {{count}} working days.',

  'statement.supervision.heading': 'Supervision',
  'statement.supervision.dos':
    'The Agency for Digital Government, Digg, supervises the Act on Accessibility to Digital Public Services. You can report to Digg if you think that the website is not accessible enough, that we are wrong when we call something a disproportionate burden, or that this statement has shortcomings.',
  'statement.supervision.voluntary':
    'The Agency for Digital Government, Digg, supervises the Act for those who are bound by it. As we follow it by choice, it is best to contact us. On Digg’s website you can read about your rights and report those who are bound by the Act.',
  'statement.supervision.link': 'Report a lack of accessibility to Digg (in Swedish)',

  'statement.shortcomings.heading': 'Content that is not accessible',
  'statement.shortcomings.none': 'We know of no content that is not accessible.',
  'statement.shortcomings.non-compliance': 'Does not meet the requirements',
  'statement.shortcomings.burden': 'A disproportionate burden to adapt',
  'statement.shortcomings.burden.text':
    'For this content we claim an exemption as a disproportionate burden under section 12 of the Act on Accessibility to Digital Public Services.',
  'statement.shortcomings.outside': 'Outside the scope of the Act',
  'statement.shortcomings.motivation': 'Reason:',
  'statement.shortcomings.planned': 'Planned fix:',

  'statement.method.heading': 'How we have tested the website',
  'statement.method.self': 'We have assessed the website ourselves.',
  'statement.method.third-party': 'An outside reviewer has assessed the website.',
  'statement.method.both': 'We have assessed the website ourselves and had it reviewed from outside.',
  'statement.method.published': 'The website was published on {{date}}.',
  'statement.method.assessed': 'The latest assessment was made on {{date}}.',
  'statement.method.updated': 'This statement was last updated on {{date}}.',
}
