import { Link, useConfig } from '@payloadcms/ui'
import { InStepButton } from './InStepButton.tsx'
import { languagesAnswerSchema } from './publishing-answers.ts'
import './publishing.css'
import { useAdminText } from './use-admin-text.ts'
import { usePolled } from './use-polled.ts'

const pauseMilliseconds = 10_000
const pauseAfter = () => pauseMilliseconds

/** On the dashboard: what one language of the site lacks and the other has, with the way to each document. */
export const LanguageReport = () => {
  const { config } = useConfig()
  const { say, sayNumber } = useAdminText()
  const { answer, askNow } = usePolled('/publishing/languages', { schema: languagesAnswerSchema, pauseAfter })
  if (!answer) return null
  const { documents, total, holds } = answer
  const shown = documents.reduce((sum, { sentences }) => sum + sentences.length, 0)
  const pathOf = ({ collection, id }: { collection: string; id: string }): string =>
    config.globals.some(({ slug }) => slug === collection)
      ? `${config.routes.admin}/globals/${collection}`
      : `${config.routes.admin}/collections/${collection}/${id}`
  const summary = () => {
    if (total === 0) return say('languageReport.none')
    return total === 1 ? say('languageReport.one') : say('languageReport.many', { count: sayNumber(total) })
  }
  return (
    <section className="language-report" aria-labelledby="language-report-heading">
      <h2 id="language-report-heading">{say('languageReport.heading')}</h2>
      <p>{summary()}</p>
      {holds ? <p>{say('languageReport.holds')}</p> : null}
      <ul>
        {documents.map(({ title, document, sentences, mayConfirm }) => (
          <li key={`${document?.collection} ${document?.id} ${title}`}>
            {document ? <Link href={pathOf(document)}>{title}</Link> : <strong>{title}</strong>}
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {mayConfirm && document ? <InStepButton document={document} title={title} onDone={askNow} /> : null}
          </li>
        ))}
      </ul>
      {shown < total ? <p>{say('languageReport.more')}</p> : null}
    </section>
  )
}
