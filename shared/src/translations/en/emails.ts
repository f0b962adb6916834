import type { emailsSv } from '../sv/emails.ts'

export const emailsEn: Record<keyof typeof emailsSv, string> = {
  'email.confirm.subject': 'Confirm your membership application ({{reference}})',
  'email.confirm.body': `Hello,

Thank you for applying for membership for {{organisation}}. We received it on {{date}}. The reference number is {{reference}}.

Please confirm that the application comes from you, and we will take it further:

{{confirmLink}}

The link is valid until {{confirmBy}}.

If you know nothing about this application, somebody else has given your address. You do not need to do anything: an application that is not confirmed goes no further.

If you would like us to remove the details straight away, write to {{clusterEmail}} and give the reference number.

Kind regards, {{cluster}}`,
  'email.reminder.subject': 'Reminder: confirm your membership application ({{reference}})',
  'email.reminder.body': `Hello,

The membership application for {{organisation}} has not been confirmed yet. We received it on {{date}}. The reference number is {{reference}}.

Please confirm that the application comes from you, and we will take it further:

{{confirmLink}}

The link is valid until {{confirmBy}}. This is the only reminder.

If you know nothing about this application, you do not need to do anything.

Kind regards, {{cluster}}`,
  'email.received.subject': 'We have received your application ({{reference}})',
  'email.received.body': `Hello {{contact}},

Thank you, the membership application for {{organisation}} is now confirmed. The reference number is {{reference}}.

We will go through the application and write to this address when we have decided.

On your own page you can see what you sent us, correct it, download it or withdraw the application:

{{personalLink}}

Kind regards, {{cluster}}`,
  'email.approved.subject': 'Welcome to {{cluster}}!',
  'email.approved.body': `Hello {{contact}},

We have approved the membership application for {{organisation}}. A warm welcome to {{cluster}}!

Your membership number is {{memberNumber}}.

Membership: {{plan}}

On your own page you can see and change your details:

{{personalLink}}

Kind regards, {{cluster}}`,
  'email.declined.subject': 'About your membership application ({{reference}})',
  'email.declined.body': `Hello {{contact}},

Thank you for applying for membership for {{organisation}}. We have gone through your application and are sorry to say that we cannot approve it.

The reason is:
{{reason}}

Do you have questions about the decision? Write to {{clusterEmail}} and give the reference number {{reference}}.

Kind regards, {{cluster}}`,
  'email.withdrawn.subject': 'Your membership application is withdrawn ({{reference}})',
  'email.withdrawn.body': `Hello {{contact}},

The membership application for {{organisation}} is now withdrawn, and we will take it no further. The reference number was {{reference}}.

If you want to become a member later on, you are welcome to apply again.

Kind regards, {{cluster}}`,
  'email.informed.subject': 'You have been named as a contact person for {{organisation}}',
  'email.informed.body': `Hello,

You have been named as a contact person for {{organisation}} at {{cluster}}. Somebody at {{organisation}} gave us the details: your name, your role and how to reach you.

We use them only to keep in touch about the membership, and they are removed when they are no longer needed. You have the right to see them, to have them corrected and to have them removed.

You can do so here:

{{personalLink}}

If you are not a contact person, write to {{clusterEmail}}, and we will remove the details.

Kind regards, {{cluster}}`,
  'email.personal-page.subject': 'Link to your page at {{cluster}}',
  'email.personal-page.body': `Hello,

Here is the link to the page for {{organisation}}, which somebody asked for with this email address:

{{personalLink}}

The link is valid until {{validUntil}}. Whoever has the link can see and change the details, so please do not pass it on.

If you did not ask for it, you do not need to do anything.

Kind regards, {{cluster}}`,
  'email.notice.subject': 'New membership application: {{organisation}} ({{reference}})',
  'email.notice.body': `{{organisation}} has applied for membership with the form {{form}}.

Contact person: {{contact}}

The application is written in {{formLanguage}}.

Reference number: {{reference}}

{{deskLink}}`,
  'email.digest.subject': 'Membership applications: where things stand today',
  'email.digest.body': `Hello,

New applications since the last summary:
{{newSignups}}

Waiting to be dealt with: {{waiting}}

Held, as a robot may have sent them: {{held}}. If one of them is real, the company gets no email until an officer lets it through.

Emails that could not be sent: {{undelivered}}

{{deskLink}}

Kind regards, {{cluster}}`,
  'email.button.confirmLink': 'Confirm the application',
  'email.button.personalLink': 'Open the page',
  'email.button.deskLink': 'Open the applications',
  'email.language.sv': 'Swedish',
  'email.language.en': 'English',
}
