'use client'

import { Button, Gutter, useConfig, useStepNav } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { useEffect, useId, useRef, useState } from 'react'
import { isLanguage, languages } from 'shared/languages'
import { type Deed, deskCountsSchema, type DeskRow } from '../../membership/desk-answers.ts'
import { type DeskGroup, deskGroups, type DeskMove } from '../../membership/desk-groups.ts'
import { usePolled } from '../use-polled.ts'
import { DecideDialog } from './DecideDialog.tsx'
import './desk.css'
import { DeskTable } from './DeskTable.tsx'
import { FailedEmailList } from './FailedEmailList.tsx'
import { UndoBar } from './UndoBar.tsx'
import { useDeskText } from './use-desk-text.ts'
import { type Question, useFound } from './use-found.ts'
import { useTitle } from '../use-title.ts'

const pageSize = 50
const pauseMilliseconds = 15_000
const pauseAfter = () => pauseMilliseconds
const waits = [3, 7, 14, 30] as const
const bulkMoves = ['reviewing', 'approved', 'declined', 'duplicate'] as const satisfies DeskMove[]

type Place = DeskGroup | 'emails'
const places: readonly Place[] = [...deskGroups, 'emails']
const isPlace = (text: string | null): text is Place => places.some((place) => place === text)

// A personal number must be in no address, nor in a browser's history.
const mayBePersonal = (text: string): boolean => text.replace(/\D/g, '').length >= 6

/** What narrows the list, read from the address, so that it is there again when one comes back to it. */
const readAddress = (params: URLSearchParams) => {
  const [show, language, form] = [params.get('show'), params.get('language'), params.get('form')]
  const waited = waits.find((days) => String(days) === params.get('waited'))
  const from = Number(params.get('from'))
  return {
    show: isPlace(show) ? show : ('todo' as const),
    ...(isLanguage(language) ? { language } : {}),
    ...(form ? { form } : {}),
    ...(waited ? { waitedDays: waited } : {}),
    from: Number.isSafeInteger(from) && from > 0 ? from : 0,
  }
}

/** Writes into the address what changes, and leaves the rest of it. Nothing is loaded anew. */
const writeAddress = (changes: Record<string, string | null>): void => {
  const params = new URLSearchParams(window.location.search)
  for (const [name, value] of Object.entries({ from: null, ...changes })) {
    if (value === null) params.delete(name)
    else params.set(name, value)
  }
  window.history.replaceState(null, '', `?${params}`)
}

/** The officer's list: what there is to do, what waits for others, and everything that there was. */
export const DeskList = () => {
  const { config } = useConfig()
  const { setStepNav } = useStepNav()
  const params = useSearchParams()
  const { say, sayNumber } = useDeskText()
  const place = readAddress(params)
  const [find, setFind] = useState(() => params.get('find') ?? '')
  const { show, ...narrowed } = place
  const isEmails = show === 'emails'
  const question: Question = { ...narrowed, show: isEmails ? 'todo' : show, find: isEmails ? '' : find.trim() }
  const { list, refusal, isCurrent, askNow: findNow } = useFound(question)
  const { answer: counts, askNow: countNow } = usePolled('/desk/counts', { schema: deskCountsSchema, pauseAfter })
  const askNow = () => {
    findNow()
    countNow()
  }
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState<DeskMove | null>(null)
  const [told, setTold] = useState<{ sentence: string; deed: Deed } | { sentence: string; deed: null } | null>(null)
  const id = useId()
  const outcome = useRef<HTMLOutputElement>(null)
  const heading = say('signups.plural')
  useEffect(() => setStepNav([{ label: heading }]), [setStepNav, heading])
  useEffect(() => {
    if (told) outcome.current?.focus() // the button that had the focus is gone
  }, [told])
  useTitle(`${say(`desk.group.${show}`)}, ${heading}`)

  const rows = list?.rows ?? []
  const picked = rows.filter((row) => chosen.has(row.id))
  const isNarrowed = question.find !== '' || 'language' in narrowed || 'form' in narrowed || 'waitedDays' in narrowed
  const goTo = (changes: Record<string, string | null>) => {
    setChosen(new Set())
    writeAddress(changes)
  }
  const search = (text: string) => {
    setFind(text)
    goTo({ find: text.trim() === '' || mayBePersonal(text) ? null : text.trim() })
  }
  const choose = (ids: string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      for (const one of ids) {
        if (isChosen) after.add(one)
        else after.delete(one)
      }
      return after
    })
  const done = (to: DeskMove, deed: Deed) => {
    const many = deed.done.length
    const sentences = [
      ...(many === 1 ? [say(`desk.decide.${to}.done.one`, { name: deed.done[0]?.name ?? '' })] : []),
      ...(many > 1 ? [say(`desk.decide.${to}.done.many`, { count: sayNumber(many) })] : []),
      ...deed.refused.map(({ name, message }) => `${name}: ${message}`),
    ]
    setTold({ sentence: sentences.join(' '), deed })
    setDeciding(null)
    setChosen(new Set())
    askNow()
  }

  const countOf = (place: Place): number | undefined =>
    place === 'emails' ? counts?.failedEmails : counts?.groups[place]

  return (
    <Gutter className="desk">
      <div className="desk__header">
        <h1>{heading}</h1>
        <Button
          el="link"
          to={`${config.routes.admin}/collections/signups/enter`}
          buttonStyle="secondary"
          size="small"
          margin={false}
        >
          {say('desk.enter')}
        </Button>
      </div>

      <nav aria-label={say('desk.groups')} className="desk__groups">
        <ul>
          {places.map((each) => {
            const count = countOf(each)
            return (
              <li key={each}>
                <button
                  type="button"
                  aria-current={each === show ? 'page' : undefined}
                  className={each === 'emails' && count ? 'desk__group desk__group--bad' : 'desk__group'}
                  onClick={() => goTo({ show: each === 'todo' ? null : each })}
                >
                  {say(`desk.group.${each}`)}
                  {count === undefined ? null : <span className="desk__count">{sayNumber(count)}</span>}
                </button>
              </li>
            )
          })}
        </ul>
      </nav>

      <output ref={outcome} tabIndex={-1} className="desk__told">
        {told?.deed ? (
          <UndoBar
            key={told.deed.done.map(({ id, moves }) => `${id}.${moves}`).join()}
            sentence={told.sentence}
            deed={told.deed}
            onUndone={(sentence) => {
              setTold({ sentence, deed: null })
              askNow()
            }}
          />
        ) : (
          told?.sentence
        )}
      </output>

      {isEmails ? (
        <FailedEmailList onTried={askNow} />
      ) : (
        <>
          <p className="desk__explanation">{say(`desk.group.${show}.explanation`)}</p>
          <search className="desk__filters">
            <p className="desk__field desk__field--search">
              <label htmlFor={`${id}-find`}>{say('desk.find')}</label>
              <input
                id={`${id}-find`}
                type="search"
                value={find}
                autoComplete="off"
                placeholder={say('desk.find.placeholder')}
                onChange={({ target }) => search(target.value)}
              />
            </p>
            <p className="desk__field">
              <label htmlFor={`${id}-waited`}>{say('desk.filter.waited')}</label>
              <select
                id={`${id}-waited`}
                value={narrowed.waitedDays ?? ''}
                onChange={({ target }) => goTo({ waited: target.value || null })}
              >
                <option value="">{say('desk.filter.waited.any')}</option>
                {waits.map((days) => (
                  <option key={days} value={days}>
                    {say('desk.filter.waited.days', { days })}
                  </option>
                ))}
              </select>
            </p>
            <p className="desk__field">
              <label htmlFor={`${id}-language`}>{say('desk.filter.language')}</label>
              <select
                id={`${id}-language`}
                value={narrowed.language ?? ''}
                onChange={({ target }) => goTo({ language: target.value || null })}
              >
                <option value="">{say('desk.filter.any')}</option>
                {languages.map((language) => (
                  <option key={language} value={language}>
                    {say(`signups.language.${language}`)}
                  </option>
                ))}
              </select>
            </p>
            {(list?.forms.length ?? 0) > 1 || narrowed.form ? (
              <p className="desk__field">
                <label htmlFor={`${id}-form`}>{say('signups.form')}</label>
                <select
                  id={`${id}-form`}
                  value={narrowed.form ?? ''}
                  onChange={({ target }) => goTo({ form: target.value || null })}
                >
                  <option value="">{say('desk.filter.any')}</option>
                  {list?.forms.map(({ slug, title }) => (
                    <option key={slug} value={slug}>
                      {title}
                    </option>
                  ))}
                </select>
              </p>
            ) : null}
          </search>

          {refusal ? (
            <p className="desk__error" role="alert">
              {refusal}
            </p>
          ) : null}
          {!list && !refusal ? <p>{say('desk.loading')}</p> : null}
          {list && isCurrent && rows.length === 0 ? (
            <div className="desk__empty">
              <p>{say(isNarrowed ? 'desk.empty.narrowed' : `desk.empty.${show}`)}</p>
              {isNarrowed && show !== 'all' ? (
                <Button
                  buttonStyle="secondary"
                  size="small"
                  margin={false}
                  onClick={() => goTo({ show: 'all', waited: null, language: null, form: null })}
                >
                  {say('desk.find.everywhere')}
                </Button>
              ) : null}
            </div>
          ) : null}

          <Chosen picked={picked} onClear={() => setChosen(new Set())} onDecide={setDeciding} />
          {list && rows.length > 0 ? (
            <div aria-busy={!isCurrent} className={isCurrent ? undefined : 'desk__stale'}>
              <DeskTable rows={rows} heading={say(`desk.group.${show}`)} chosen={chosen} onChoose={choose} />
              <p className="desk__pages">
                <span>
                  {list.total === 1
                    ? say('desk.pages.one')
                    : say(list.mostFound === null ? 'desk.pages' : 'desk.pages.more', {
                        first: sayNumber(place.from + 1),
                        last: sayNumber(place.from + rows.length),
                        total: sayNumber(list.total),
                      })}
                </span>
                {place.from > 0 ? (
                  <Button
                    buttonStyle="secondary"
                    size="small"
                    margin={false}
                    onClick={() => goTo({ from: String(Math.max(0, place.from - pageSize)) })}
                  >
                    {say('desk.pages.before')}
                  </Button>
                ) : null}
                {place.from + rows.length < list.total ? (
                  <Button
                    buttonStyle="secondary"
                    size="small"
                    margin={false}
                    onClick={() => goTo({ from: String(place.from + pageSize) })}
                  >
                    {say('desk.pages.after')}
                  </Button>
                ) : null}
              </p>
            </div>
          ) : null}
        </>
      )}
      {deciding ? (
        <DecideDialog
          to={deciding}
          signups={picked.filter(({ next }) => next.includes(deciding))}
          onClose={() => setDeciding(null)}
          onDone={(deed) => done(deciding, deed)}
        />
      ) : null}
    </Gutter>
  )
}

interface ChosenProps {
  picked: DeskRow[]
  onClear: () => void
  onDecide: (to: DeskMove) => void
}

/** What can be done with the signups that are chosen. A move that only some of them may make says how many. */
const Chosen = ({ picked, onClear, onDecide }: ChosenProps) => {
  const { say, sayNumber } = useDeskText()
  if (picked.length === 0) return null
  return (
    <section className="desk__chosen" aria-label={say('desk.chosen')}>
      <strong>
        {picked.length === 1 ? say('desk.chosen.one') : say('desk.chosen.many', { count: sayNumber(picked.length) })}
      </strong>
      {bulkMoves.map((to) => {
        const able = picked.filter(({ next }) => next.includes(to)).length
        const label = say(`desk.decide.${to}.button`)
        return (
          <Button
            key={to}
            buttonStyle={to === 'approved' ? 'primary' : 'secondary'}
            size="small"
            margin={false}
            disabled={able === 0}
            onClick={() => onDecide(to)}
          >
            {able === picked.length || able === 0
              ? label
              : say('desk.chosen.some', { what: label, count: sayNumber(able), total: sayNumber(picked.length) })}
          </Button>
        )
      })}
      <Button buttonStyle="none" size="small" margin={false} onClick={onClear}>
        {say('desk.chosen.clear')}
      </Button>
    </section>
  )
}
