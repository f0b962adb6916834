import type { confirmationSv } from '../sv/confirmation.ts'

export const confirmationEn: Record<keyof typeof confirmationSv, string> = {
  'confirm.page.title': 'Confirm your membership application',
  'confirm.without-link.text':
    'This page is reached by the link in the email we sent when the application came in. Please open that link.',
  'confirm.ask.text': 'Press the button to confirm that the membership application comes from you.',
  'confirm.ask.button': 'Confirm the application',
  'confirm.confirmed.title': 'Thank you, the application is confirmed!',
  'confirm.confirmed.text':
    'We will now go through the application. An email with the reference number is on its way, and we will be in touch when we have decided.',
  'confirm.void.title': 'The link cannot be used',
  'confirm.void.text':
    'It has been used already, is too old or is not complete. If you have confirmed the application, there is nothing more to do.',
  'confirm.void.again':
    'Have you not confirmed yet? Then you can have a new link sent to the email address in the application.',
  'confirm.again.button': 'Send a new link',
  'confirm.sent.title': 'A new link is on its way',
  'confirm.sent.text':
    'If the application is waiting to be confirmed, a new email will arrive within a few minutes. Check your junk mail if you do not see it. If no email comes, the application is already confirmed or closed.',
  'confirm.away.title': 'That did not work right now',
  'confirm.away.text':
    'The application is still here and the link is still valid. Wait a moment and press the button again.',
  'confirm.home.link': 'To the home page',
}
