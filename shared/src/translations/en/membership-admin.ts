import type { membershipAdminSv } from '../sv/membership-admin.ts'

export const membershipAdminEn: Record<keyof typeof membershipAdminSv, string> = {
  'signups.singular': 'Application',
  'signups.plural': 'Applications',
  'signups.description':
    'Companies that want to become members. Everything is kept as it was sent; status and notes can be changed.',
  'signups.reference': 'Reference number',
  'signups.form': 'Form',
  'signups.formVersion': 'Version of the form',
  'signups.language': 'Language',
  'signups.language.description': 'The language of the application. The confirmation is sent in the same language.',
  'signups.organisationName': 'Name of the organisation',
  'signups.organisationNumber': 'Organisation number',
  'signups.contactName': 'Contact person',
  'signups.contactEmail': 'Email',
  'signups.answers': 'All answers',
  'signups.answer.yes': 'Yes',
  'signups.answer.no': 'No',
  'signups.answer.consent': 'Agreement ({{name}})',
  'signups.notes': 'Notes',
  'signups.notes.description': 'Only those who work with membership see this.',
  'signups.language.sv': 'Swedish',
  'signups.language.en': 'English',
  'mails.link': 'Read the emails kept here, as no mail server has been set up',
  'mails.heading': 'Emails that were not sent',
  'mails.introduction':
    'No mail server has been set up (SMTP_URL), so emails are kept here instead of being sent. The latest come first.',
  'mails.none': 'No emails yet.',
  'mails.back': 'All emails',
  'mails.download': 'Download as an .eml file',
  'mails.to': 'To',
  'mails.not-staff': 'Sign in to the admin to read the emails.',
  'mails.missing': 'This email does not exist.',
  'signupForms.tab.offer': 'Membership types and dates',
  'signupForms.items': 'What the form asks',
  'signupForms.items.singular': 'Part of the form',
  'signupForms.items.description':
    'Drag the parts into the order in which they should appear. Organisation number, name of the organisation, contact person and email address must always be included. Add steps if the form is long.',
  'signupForms.items.required': 'Must be answered',
  'signupForms.items.required.description': 'Only ask for what you need. Fewer questions bring more applications.',
  'signupForms.items.required.short': 'must be answered',
  'signupForms.items.untitled': 'no text yet',
  'signupForms.step.singular': 'Step',
  'signupForms.step.plural': 'Steps',
  'signupForms.step.heading': 'Heading of the step',
  'signupForms.step.heading.description': 'Everything that follows, up to the next step, belongs here.',
  'signupForms.step.introduction': 'Introduction to the step',
  'signupForms.field.singular': 'Field',
  'signupForms.field.plural': 'Fields',
  'signupForms.field.name': 'Ask for',
  'signupForms.field.name.description':
    'The answers are checked and passed on to the register of members. If you ask for the country, both organisation number and registration number are needed: one is shown to Swedish companies, the other to all others.',
  'signupForms.field.label': 'Your own label',
  'signupForms.field.label.description': 'If empty, the usual text is used.',
  'signupForms.field.help': 'Your own help text',
  'signupForms.field.help.description': 'Shown below the label. If empty, the usual help text is used.',
  'signupForms.question.singular': 'Your own question',
  'signupForms.question.plural': 'Your own questions',
  'signupForms.question.label': 'Question',
  'signupForms.question.type': 'How it is answered',
  'signupForms.question.type.text': 'Short text',
  'signupForms.question.type.longText': 'Longer text',
  'signupForms.question.type.number': 'Number',
  'signupForms.question.type.date': 'Date',
  'signupForms.question.type.one': 'One of several answers',
  'signupForms.question.type.several': 'One or more answers',
  'signupForms.question.type.yesNo': 'Yes or no',
  'signupForms.question.options': 'Answers to choose from',
  'signupForms.question.options.singular': 'Answer',
  'signupForms.question.options.label': 'Text',
  'signupForms.question.options.value': 'Name in the system',
  'signupForms.question.options.value.description': 'The same in both languages. Applicants do not see it.',
  'signupForms.question.help': 'Help text',
  'signupForms.question.key': 'Name in the system',
  'signupForms.question.key.description':
    'The same in both languages, so that the answer is kept when somebody switches language. Start with a small letter a–z, then use only letters and digits.',
  'signupForms.showWhen': 'Shown only sometimes',
  'signupForms.showWhen.description':
    'Choose a field or question earlier in the form, and the answers with which this part is shown.',
  'signupForms.showWhen.name': 'Shown depending on the answer to',
  'signupForms.showWhen.is': 'Shown when the answer is',
  'signupForms.showWhen.always': 'Always shown',
  'signupForms.showWhen.none':
    'Always shown. Put a question with answers to choose from earlier in the form to let its answer decide.',
  'signupForms.showWhen.unknown': '“{{name}}” does not come earlier in the form',
  'signupForms.showWhen.short': 'shown sometimes',
  'signupForms.plans': 'Membership types to choose from',
  'signupForms.plans.description':
    'If empty, all can be chosen. Make a form for each kind of member by choosing a single one here and not asking for the membership type.',
  'signupForms.opensAt': 'Opens',
  'signupForms.opensAt.description': 'If empty, the form is open as soon as it is published.',
  'signupForms.closesAt': 'Closes',
  'signupForms.closesAt.description': 'From then on no applications are accepted. If empty, it never closes.',
  'refusal.form.step-first': 'Put a step at the very beginning, so that the first questions belong to a step too.',
  'refusal.form.step-empty': 'The step “{{step}}” is empty. Put questions after it or remove it.',
  'refusal.form.field-conditional':
    'The question “{{field}}” must always be shown: without it the application cannot be answered.',
  'refusal.form.logo-required':
    'The logo must be optional: the person sending the application may not have the file at hand, and it can be added later.',
  'refusal.form.foreign-number-missing':
    'The form asks for the country. Add the field Registration number as well, so that companies from other countries can apply.',
  'refusal.form.country-missing':
    'The registration number is shown only to companies from other countries. Add the field Country as well.',
  'refusal.form.country-late':
    'Put Country before Organisation number and Registration number: the country decides which of them is shown.',
  'refusal.form.key-malformed':
    'The question “{{question}}” needs another name in the system: start with a small letter a–z, then use only letters and digits.',
  'refusal.form.key-of-field':
    'The question “{{question}}” cannot be called “{{key}}” in the system, as one of the usual fields is called that.',
  'refusal.form.key-twice': 'Two questions are called “{{key}}” in the system. Give one of them another name.',
  'refusal.form.options-missing': 'The question “{{question}}” has too few answers to choose from.',
  'refusal.form.option-twice':
    'The question “{{question}}” has two answers that are called “{{option}}” in the system. Give one of them another name.',
  'refusal.form.condition-unknown':
    '“{{item}}” is shown depending on the answer to “{{name}}”, which is not in the form.',
  'refusal.form.condition-late':
    '“{{item}}” is shown depending on the answer to “{{name}}”, which comes later. Move that question up.',
  'refusal.form.condition-open':
    '“{{item}}” cannot depend on the answer to “{{name}}”, as anything can be written there. Choose a question with answers to choose from.',
  'refusal.form.condition-empty': 'Choose with which answers “{{item}}” is shown.',
  'refusal.form.condition-answer':
    '“{{item}}” is shown when the answer to “{{name}}” is “{{answer}}”, but that answer cannot be chosen.',
  'refusal.form.condition-malformed': 'Choose the answers in the list.',
  'refusal.form.plans-missing':
    'The form asks for the membership type, but there is none to choose. Make a membership type first.',
  'refusal.form.plan-unknown':
    'One of the membership types that the form offers no longer exists. Remove it or choose another.',
  'refusal.form.plan-not-asked':
    'The form offers several membership types but does not ask which. Add the field Type of membership or choose a single one.',
  'refusal.form.figure-missing':
    'The fee of “{{plan}}” depends on “{{field}}”. Add that field, so that the price can be worked out.',
  'refusal.form.closes-early': 'The form must close after it has opened.',
}
