import { Button, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useId, useState } from 'react'
import { z } from 'zod'
import { useAdminText } from '../use-admin-text.ts'
import { type ImportReport, importReportSchema, type Told } from './import-report.ts'

type Stage =
  | { at: 'start' }
  | { at: 'checking' }
  | { at: 'checked'; report: ImportReport }
  | { at: 'applying'; remaining: number }
  | { at: 'done'; saved: number; report: ImportReport }
  | { at: 'refused'; message: string }

const refusalSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })

const ToldList = ({ heading, text, told }: { heading: string; text?: string; told: Told[] }) => {
  const { say } = useAdminText()
  if (told.length === 0) return null
  return (
    <section>
      <h4>{heading}</h4>
      {text ? <p>{text}</p> : null}
      <ul className="register-tools__told">
        {told.map(({ row, column, message }, place) => (
          <li key={place}>
            {row === null ? null : <strong>{say('import.row', { row })}</strong>}
            {column === null ? ' ' : ` (${column}) `}
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Reads a list into the register: first what it would change, row by row, and then, when told so, the change. */
export const RegisterImport = () => {
  const { config } = useConfig()
  const { say, sayNumber, language } = useAdminText()
  const router = useRouter()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [tells, setTells] = useState(true)
  const [stage, setStage] = useState<Stage>({ at: 'start' })

  const ask = async (list: File, apply: boolean): Promise<ImportReport> => {
    const query = new URLSearchParams({
      file: list.name,
      ...(apply ? { apply: '1' } : {}),
      ...(tells ? {} : { know: '1' }),
    })
    const response = await fetch(`${config.routes.api}/register/import?${query}`, {
      method: 'POST',
      headers: { 'accept-language': language, 'content-type': 'application/octet-stream' },
      body: list,
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return importReportSchema.parse(answer)
    throw new Error(refusalSchema.safeParse(answer).data?.errors[0]?.message ?? say('import.failed'))
  }

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setFile(target.files?.[0] ?? null)
    setStage({ at: 'start' })
  }
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      const isNetwork = error instanceof TypeError
      setStage({ at: 'refused', message: error instanceof Error && !isNetwork ? error.message : say('import.failed') })
    }
  }
  const check = (list: File) =>
    attempt(async () => {
      setStage({ at: 'checking' })
      setStage({ at: 'checked', report: await ask(list, false) })
    })
  const apply = (list: File, { remaining: all }: ImportReport) =>
    attempt(async () => {
      let saved = 0
      let remaining = all
      let report: ImportReport
      do {
        setStage({ at: 'applying', remaining })
        report = await ask(list, true)
        saved += report.saved
        if (report.saved === 0 && report.remaining >= remaining) break // nothing more can be saved
        remaining = report.remaining
      } while (remaining > 0)
      setStage({ at: 'done', saved, report })
      router.refresh() // the list below shows them
    })

  const report = stage.at === 'checked' || stage.at === 'done' ? stage.report : null
  return (
    <details className="register-tools__tool">
      <summary>{say('import.heading')}</summary>
      <p>{say('import.text')}</p>
      <p>{say('import.matching')}</p>
      <p>
        <label htmlFor={`${id}-file`}>{say('import.file')}</label>{' '}
        <input id={`${id}-file`} type="file" accept=".xlsx,.csv,.txt" onChange={choose} />
      </p>
      {file && stage.at !== 'checking' && stage.at !== 'applying' ? (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void check(file)}>
          {say('import.check')}
        </Button>
      ) : null}
      <output className="register-tools__stage">
        {stage.at === 'checking' ? <p>{say('import.checking')}</p> : null}
        {stage.at === 'applying' ? <p>{say('import.applying', { count: sayNumber(stage.remaining) })}</p> : null}
        {stage.at === 'done' ? <p>{say('import.done', { count: sayNumber(stage.saved) })}</p> : null}
        {stage.at === 'refused' ? <p className="register-tools__refused">{stage.message}</p> : null}
        {stage.at === 'checked' ? (
          <p>
            {say('import.summary', {
              rows: sayNumber(stage.report.rows),
              creates: sayNumber(stage.report.creates),
              updates: sayNumber(stage.report.updates),
              unchanged: sayNumber(stage.report.unchanged),
              faulty: sayNumber(stage.report.faulty),
            })}
          </p>
        ) : null}
      </output>
      {report ? (
        <>
          <ToldList heading={say('import.problems')} text={say('import.problems.text')} told={report.problems} />
          <ToldList heading={say('import.warnings')} told={report.warnings} />
          {stage.at === 'checked' ? <ToldList heading={say('import.changes')} told={report.changes} /> : null}
        </>
      ) : null}
      {stage.at === 'checked' && stage.report.contacts > 0 ? (
        <div className="register-tools__tells">
          <input
            id={`${id}-tells`}
            type="checkbox"
            checked={tells}
            aria-describedby={`${id}-tells-help`}
            onChange={({ target }) => setTells(target.checked)}
          />
          <label htmlFor={`${id}-tells`}>
            {stage.report.contacts === 1
              ? say('import.tells.one')
              : say('import.tells', { count: sayNumber(stage.report.contacts) })}
          </label>
          <p id={`${id}-tells-help`}>{say('import.tells.help')}</p>
        </div>
      ) : null}
      {file && stage.at === 'checked' && stage.report.remaining > 0 ? (
        <Button size="small" margin={false} onClick={() => void apply(file, stage.report)}>
          {stage.report.remaining === 1
            ? say('import.apply.one')
            : say('import.apply', { count: sayNumber(stage.report.remaining) })}
        </Button>
      ) : null}
    </details>
  )
}
