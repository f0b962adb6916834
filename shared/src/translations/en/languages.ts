import type { languagesSv } from '../sv/languages.ts'

export const languagesEn: Record<keyof typeof languagesSv, string> = {
  'publishing.problem.language-missing':
    '“{{title}}” exists in {{other}} but not in {{language}}. Translate it and publish it in {{language}} too.',
  'publishing.problem.language-behind':
    'The text of “{{title}}” was changed in {{other}} on {{since}}, and has not been changed in {{language}} since. Change it too, or choose “The text is right as it is”.',
  'publishing.problem.language-field':
    '“{{title}}” has no “{{label}}” in {{language}}. In {{other}} the field is filled in.',
  'publishing.problem.language-fewer':
    '“{{title}}” has fewer of “{{label}}” in {{language}} ({{here}}) than in {{other}} ({{there}}).',
  'publishing.problem.language-menu':
    '{{label}}: {{here}} links are shown in {{language}} and {{there}} in {{other}}. Add the link, or publish the page it leads to.',
  'publishing.problem.language-alt':
    'The picture {{title}} is shown on “{{page}}” but has no alternative text in {{language}}. People who cannot see it are not told what it shows.',
  'publishing.problem.language-question':
    'The form “{{title}}” has the field or question “{{name}}” in {{other}} but not in {{language}}.',
  'publishing.problem.language-help':
    'The question “{{name}}” of the form “{{title}}” has a help text in {{other}} but not in {{language}}.',
  'publishing.problem.language-consent':
    'The form “{{title}}” asks for the consent “{{name}}” in {{other}} but not in {{language}}.',
  'publishing.problem.language-mixed':
    'On “{{title}}” a sentence looks like {{other}} in what should be in {{language}}: “{{sentence}}”',
  'publishing.problem.language-email':
    'The email “{{label}}” has a text of its own in {{other}} but not in {{language}}. In {{language}} the ready-made text is sent.',
  'publishing.problem.language-held':
    'The site is set so that nothing goes live in only one of the languages. Finish and publish the other language too, and both go live together.',
}
