import type { previewSv } from '../sv/preview.ts'

export const previewEn: Record<keyof typeof previewSv, string> = {
  'preview.title': 'Preview: {{title}}',
  'preview.bar.label': 'Preview',
  'preview.bar.text': 'A draft. Visitors do not see it until it is published.',
  'preview.bar.until': 'The link works until {{time}}.',
  'preview.bar.in-this-language': 'Show in English',
  'preview.note.hidden_one': '{{count}} unpublished document is not shown.',
  'preview.note.hidden_other': '{{count}} unpublished documents are not shown.',
  'preview.note.drafts': 'Other documents are also shown in their latest drafts.',
  'preview.note.no-place': 'The page has no address of its own on the site yet.',
  'preview.note.part': 'This is how it looks on a page.',
  'preview.note.block': 'Block {{number}} ({{kind}}) is not shown: the field “{{field}}” is empty or not valid.',
  'preview.note.row': 'Row {{number}} of “{{list}}” is not shown: the field “{{field}}” is empty or not valid.',
  'preview.note.part-left-out': '“{{part}}” is not shown: the field “{{field}}” is empty or not valid.',
  'preview.unfinished.heading': 'The draft cannot be shown yet',
  'preview.unfinished.text':
    'The field “{{field}}” is empty or not valid in English. As soon as it is filled in, the draft is shown here.',
  'preview.unfinished.note': 'The field “{{field}}” is empty or not valid. What you see is how it looked before.',
  'preview.trouble.away': 'Your changes cannot be shown right now. A new attempt will be made automatically.',
  'preview.trouble.expired': 'The link has expired. Reload the editor to continue previewing.',
  'preview.trouble.too-large':
    'The document is too large to be shown while you type. It will be shown once it is saved.',
  'preview.form.not-sent': 'The form cannot be sent from a preview. Nothing has been sent.',

  'front.preview-forged.heading': 'The link cannot be used',
  'front.preview-forged.text':
    'The link to the preview is not complete, or belongs to something else. Copy the whole link again, or ask whoever sent it for a new one.',
  'front.preview-expired.heading': 'The link has expired',
  'front.preview-expired.text':
    'A preview link works only for a while. Ask whoever sent it for a new one. If you are the one editing, just reload the page.',
  'front.preview-gone.heading': 'The document no longer exists',
  'front.preview-gone.text': 'What the link led to has been deleted. Ask whoever sent the link.',
  'front.preview-away.heading': 'The preview cannot be shown right now',
  'front.preview-away.text': 'The draft is safe. This page reloads by itself as soon as it can be shown again.',
}
