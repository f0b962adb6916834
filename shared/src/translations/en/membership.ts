import type { membershipSv } from '../sv/membership.ts'

export const membershipEn: Record<keyof typeof membershipSv, string> = {
  'signup.field.organisationNumber.label': 'Organisation number',
  'signup.field.organisationNumber.help':
    'Your Swedish registration number: 10 digits, such as 556026-9986. Sole traders give their personal identity number.',
  'signup.field.organisationName.label': 'Name of the organisation',
  'signup.field.website.label': 'Website',
  'signup.field.website.help': 'For example www.example.com.',
  'signup.field.contactName.label': 'Contact person',
  'signup.field.contactName.help': 'First and last name of the person we should contact.',
  'signup.field.contactRole.label': 'The contact person’s role',
  'signup.field.contactRole.help': 'For example chief executive or head of development.',
  'signup.field.contactEmail.label': 'Email address',
  'signup.field.contactEmail.help': 'We send the confirmation here.',
  'signup.field.contactPhone.label': 'Phone number',
  'signup.field.contactPhone.help': 'Start with the country code if the number is not Swedish, for example +45.',
  'signup.field.streetAddress.label': 'Street address or PO box',
  'signup.field.postalCode.label': 'Postcode',
  'signup.field.city.label': 'Town or city',
  'signup.field.invoiceEmail.label': 'Email address for invoices',
  'signup.field.invoiceEmail.help': 'If invoices should go to another address than the contact person’s.',
  'signup.field.invoiceReference.label': 'Invoice reference',
  'signup.field.invoiceReference.help': 'What the invoice should say to reach the right person with you.',
  'signup.field.employees.label': 'Number of employees',
  'signup.field.employees.help': 'Roughly how many you are today.',
  'signup.field.plan.label': 'Kind of membership',
  'signup.field.message.label': 'Message',
  'signup.field.message.help': 'Anything else you would like to tell us or ask.',

  'signup.form.optional': '(optional)',
  'signup.form.consents': 'Your agreement',
  'signup.form.fee': 'SEK {{fee}} a year, excluding VAT',
  'signup.form.no-fee': 'No annual fee',
  'signup.form.privacy': 'How we use what you tell us',
  'signup.form.submit': 'Send application',
  'signup.form.trap': 'Leave this field empty',
  'signup.form.restored': 'What you wrote earlier is still in the form.',
  'signup.form.error-prefix': 'Error:',
  'signup.form.errors.heading': 'There is something to put right',

  'signup.error.required': 'Fill in {{field}}',
  'signup.error.required.organisationNumber': 'Enter the organisation number with 10 digits, such as 556026-9986',
  'signup.error.required.organisationName': 'Enter the name of the organisation',
  'signup.error.required.contactName': 'Enter the name of the person we should contact',
  'signup.error.required.contactEmail': 'Enter an email address, such as name@example.com',
  'signup.error.required.plan': 'Choose a kind of membership',
  'signup.error.too-short': '{{field}} is too short. Write at least two characters',
  'signup.error.too-long': '{{field}} is too long. Write at most {{longest}} characters',
  'signup.error.wrong-type': 'Write {{field}} as plain text',
  'signup.error.unallowed-character':
    '{{field}} contains a character that we cannot take. Remove it or write the text anew',
  'signup.error.not-an-organisation-number':
    'The number is not right. Check the digits and enter the organisation number with 10 digits, such as 556026-9986',
  'signup.error.not-an-email': 'Enter an email address in the right format, such as name@example.com',
  'signup.error.not-a-phone-number':
    'Enter a phone number with its area code, such as 070-174 06 05 or +46 70 174 06 05',
  'signup.error.not-a-postal-code': 'Enter the postcode with five digits, such as 111 20',
  'signup.error.not-a-number': 'Enter {{field}} in digits, such as 12',
  'signup.error.not-a-web-address': 'Enter the address of the website, such as www.example.com',
  'signup.error.unknown-plan': 'Choose one of the kinds of membership in the list',
  'signup.error.consent-required': 'Tick the box to be able to send the application',
  'signup.error.unknown-field': 'The field {{field}} is no longer in the form. Reload the page and send again',
  'signup.error.unreadable': 'We could not read the application. Reload the page and send again',
  'signup.error.too-large': 'The application is too large. Shorten the text and send again',
  'signup.error.unknown-form': 'This form no longer takes applications. Contact us and we will help you',
  'signup.error.form-changed':
    'The form has changed since you opened the page. Reload it, look through your answers and send again',
  'signup.error.key-missing': 'We could not read the application. Reload the page and send again',
  'signup.error.key-reused':
    'We have already received an application from here, with other answers. It is stored. Contact us if something should be changed',
  'signup.error.wrong-origin': 'The application must be sent from our own website. Reload the page and send again',
  'signup.error.wrong-content-type': 'We could not read the application. Reload the page and send again',
  'signup.error.busy':
    'We could not receive the application just now. What you have written is still here. Send it again in a while',

  'signup.sending.sending': 'Sending…',
  'signup.sending.waiting':
    'The server is not answering just now. What you have written is still here, and we will try again in {{seconds}} seconds.',
  'signup.sending.offline':
    'You seem to be offline. What you have written is still here, and we will send it when the connection is back.',
  'signup.sending.changed': 'You changed something while we were trying to send. Send again when you are ready.',
  'signup.sending.too-many':
    'Many applications have come from here in a short time. What you have written is still here. Send again in {{minutes}} min.',
  'signup.sending.unexpected':
    'Something went wrong on our side, so the application has not been received. What you have written is still here. Send it again in a while.',
  'signup.sending.long':
    'We have tried for ten minutes. Please leave the page open and we will keep trying. You can also save the answers on your own device.',
  'signup.sending.long-email': 'Or email them to {{email}}.',
  'signup.sending.download': 'Download your answers',
  'signup.sending.file': 'application.txt',

  'signup.receipt.reference': 'Your reference number is {{reference}}.',
  'signup.receipt.email': 'A confirmation is on its way to the email address you gave.',
  'signup.receipt.again': 'Fill in a new application',
}
