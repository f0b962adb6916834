import type { frontSv } from '../sv/front.ts'

export const frontEn: Record<keyof typeof frontSv, string> = {
  'front.building.heading': 'The website is being built',
  'front.building.text':
    'The pages are being prepared for the first time. This usually takes less than a minute. This page reloads by itself.',
  'front.unavailable.heading': 'Editing is not available right now',
  'front.unavailable.text':
    'The website is working as usual, and nothing you have saved is lost. This page reloads by itself as soon as editing is available again.',
  'front.unavailable.api': 'The service is not answering right now. Try again in a few seconds.',
  'front.not-found.heading': 'Page not found',
  'front.not-found.text': 'The address leads nowhere. Start again from the home page.',
  'front.not-found.link': 'To the home page',
  'front.error.heading': 'Something went wrong',
  'front.error.text': 'This is our fault, not yours. Please try again in a while.',
  'front.form-too-large.heading': 'The application could not be received',
  'front.form-too-large.text':
    'Your file is too large, or many people are sending forms right now. Go back in your browser: your answers are still there. Choose a file of at most 2 MB, or none at all, and send again.',
  'front.too-many.heading': 'Wait a while',
  'front.too-many.text':
    'There have been too many attempts from here in a short time. Wait {{minutes}} min, then try again.',

  'publishing.problem.invalid':
    '“{{title}}” cannot be shown, because the field “{{field}}” is empty or not valid. Open the document, correct the field and publish again.',
  'publishing.problem.throws':
    'The page “{{title}}” ({{path}}) could not be prepared. Undo the latest change to the page, or remove the block that was added last, and publish again.',
  'publishing.problem.empty':
    'The page “{{title}}” ({{path}}) came out empty. Check that it has a title and at least one block, and publish again.',
  'publishing.problem.broken-link':
    'On the page “{{title}}” ({{path}}) a link leads to {{target}}, which does not exist on the website. Correct or remove the link and publish again.',
  'publishing.problem.missing-picture':
    'The picture {{file}} on the page “{{title}}” ({{path}}) could not be fetched. Upload it again under Pictures and publish again.',
  'publishing.problem.draft-inside':
    '“{{title}}” was included as a draft although it has not been published, so it was kept off the site. Publish the document again. If it happens again, whoever runs the server needs to look into it.',
  'publishing.problem.personal-number':
    'The page “{{title}}” ({{path}}) contains something that looks like a Swedish personal identity number. Such numbers are not shown on the site. Remove it and publish again.',
  'publishing.problem.release-gone':
    'Release {{release}} is no longer complete and cannot be restored. Choose another one in the list.',
  'publishing.problem.person-still-shown':
    'The person who was erased is still on the site. Remove the person from the text, publish, and erase the person once more.',
  'publishing.problem.parent-not-published':
    '“{{title}}” is not shown, because a page above it in the page tree is not published in this language. Publish that page too, or move “{{title}}”.',
  'publishing.problem.parent-loop':
    '“{{title}}” is not shown, because the page lies below itself in the page tree. Choose another parent page and publish again.',
  'publishing.problem.duplicate-path':
    '“{{title}}” is not shown, because the address {{path}} is already used by {{holder}}. Change the address part and publish again.',
  'publishing.problem.no-news-page':
    'The news item “{{title}}” is not shown, because no published page is chosen as the news page. Choose one under Site settings.',
  'publishing.problem.no-start-page':
    'The website has no home page in this language. Publish the home page and choose it under Site settings.',
  'publishing.problem.missing-document':
    'The page “{{title}}” ({{path}}) refers to something that is not published in this language ({{document}}). That part is not shown until it is published.',
  'publishing.problem.pages-fell':
    'The site would shrink from {{before}} pages to {{after}}. So many pages are not removed without your explicit go-ahead. Check that the right pages are published, or choose Publish anyway on the dashboard.',
  'publishing.problem.disk-short':
    'The server has too little free space: {{free}} MB are left and {{needed}} MB are needed. Ask whoever runs the server to free some, then publish again.',
  'publishing.problem.content-unreachable':
    'The content could not be fetched in full. A new attempt will be made automatically. If it happens again, whoever runs the server needs to look into it.',
  'publishing.problem.renderer-stopped':
    'The work was interrupted before it was done. Publish again. If it happens again, whoever runs the server needs to look into it.',
  'publishing.problem.unexpected':
    'Something unexpected went wrong while the website was being prepared. Publish again. If it happens again, the reason is in the server’s log.',
}
