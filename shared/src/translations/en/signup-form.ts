import type { signupFormSv } from '../sv/signup-form.ts'

export const signupFormEn: Record<keyof typeof signupFormSv, string> = {
  'signup.step.place': 'Step {{number}} of {{count}}',
  'signup.step.next': 'Continue',
  'signup.step.back': 'Back',
  'signup.step.check': 'Check and send',
  'signup.step.check.introduction': 'Read through your answers. If they are right, send the application at the bottom.',
  'signup.step.change': 'Change',
  'signup.form.no-answer': 'No answer',
  'signup.receipt.masked': 'The personal identity number is not shown',

  'signup.form.condition': 'Only if the answer to “{{question}}” is {{answers}}.',
  'signup.form.condition.answer': '“{{answer}}”',
  'signup.form.condition.or': '{{answers}} or {{last}}',
  'signup.form.condition.some': 'Only for some answers to “{{question}}”. Skip this if you are unsure.',
  'signup.form.condition.sweden': 'For organisations in Sweden.',
  'signup.form.condition.abroad': 'For organisations in other countries.',
  'signup.form.closes': 'Applications close on {{date}}.',
  'signup.form.not-yet-open': 'Applications are not open yet. They open on {{date}}.',
  'signup.form.closed':
    'Applications closed on {{date}}. Get in touch and we will tell you how you can become a member.',

  'signup.contacts.person': 'Contact person {{number}}',
  'signup.contacts.add': 'Add a contact person',
  'signup.contacts.remove': 'Remove',
  'signup.contacts.added': 'Contact person {{number}} has been added.',
  'signup.contacts.removed': 'Contact person {{number}} has been removed.',
  'signup.contacts.most': 'You can give at most {{count}} more contact persons.',
  'signup.contact.problem': '{{person}}: {{problem}}',

  'signup.price.now': 'To pay: {{amount}}',

  'signup.error.required.website': 'Enter the address of the website, such as www.example.com',
  'signup.error.required.contactRole': 'Enter the contact person’s role, such as chief executive',
  'signup.error.required.contactPhone': 'Enter a phone number with its area code, such as +46 70 174 06 05',
  'signup.error.required.streetAddress': 'Enter the street address or PO box',
  'signup.error.required.postalCode': 'Enter the postcode, such as 111 20',
  'signup.error.required.city': 'Enter the town or city',
  'signup.error.required.postalStreetAddress': 'Enter the postal address',
  'signup.error.required.postalPostalCode': 'Enter the postcode of the postal address, such as 111 20',
  'signup.error.required.postalCity': 'Enter the town or city of the postal address',
  'signup.error.required.invoiceStreetAddress': 'Enter the invoice address',
  'signup.error.required.invoicePostalCode': 'Enter the postcode of the invoice address, such as 111 20',
  'signup.error.required.invoiceCity': 'Enter the town or city of the invoice address',
  'signup.error.required.invoiceEmail': 'Enter an email address for invoices, such as invoices@example.com',
  'signup.error.required.invoiceReference': 'Enter the reference to put on the invoice',
  'signup.error.required.vatNumber': 'Enter the VAT number with its country code, such as SE556026998601',
  'signup.error.required.peppolId':
    'Enter the Peppol ID, beginning with four digits and a colon, such as 0007:5560269986',
  'signup.error.required.question-one': 'Choose an answer to the question “{{field}}”',
  'signup.error.required.question-several': 'Choose at least one answer to the question “{{field}}”',
  'signup.error.required.question-yesNo': 'Answer yes or no to the question “{{field}}”',
  'signup.error.required.question-date': 'Enter a date as the answer to “{{field}}”',
  'signup.error.required.contact-contactName': 'Enter the name, or remove the person',
  'signup.error.required.contact-contactEmail': 'Enter an email address, such as name@example.com',
  'signup.error.not-an-email.contact-contactEmail':
    'Enter the email address in the right format, such as name@example.com',
  'signup.error.not-a-phone-number.contact-contactPhone':
    'Enter the phone number with its area code, such as +46 70 174 06 05',

  'signup.receipt.print': 'Print',
  'signup.receipt.answers': 'What you sent',
}
