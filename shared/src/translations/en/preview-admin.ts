import type { previewAdminSv } from '../sv/preview-admin.ts'

export const previewAdminEn: Record<keyof typeof previewAdminSv, string> = {
  'previewLink.label': 'Preview',
  'previewLink.unsaved': 'Once it has been saved for the first time, the draft can be previewed.',
  'previewLink.show': 'Show beside the editor',
  'previewLink.hide': 'Hide the preview',
  'previewLink.copy': 'Copy link to preview',
  'previewLink.copied': 'The link is copied. It works until {{time}}, without signing in.',
  'previewLink.copyByHand': 'Copy the link here. It works until {{time}}, without signing in.',
  'previewLink.address': 'Link to the preview',
  'previewLink.failed': 'The link could not be made right now. Try again in a while.',
  'previewLink.drafts': 'Show other drafts too',
  'previewLink.drafts.description':
    'Quotes, fact boxes, contacts, terms and forms on the page are shown as they are in their latest drafts.',
  'previewLink.width.phone': 'Phone',
  'previewLink.width.tablet': 'Tablet',
  'previewLink.width.desktop': 'Desktop',
}
