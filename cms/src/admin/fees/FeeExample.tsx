'use client'

import { useFormFields } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { dayInSweden } from 'shared/membership/calendar-date'
import { figuresNeeded, quoteFee } from 'shared/membership/fee'
import { type FeeFigure, type FeeTable, feeTableSchema } from 'shared/membership/plan'
import { sayQuote } from 'shared/membership/say-quote'
import { translateTo } from 'shared/translations/translate'
import { useId, useState } from 'react'
import { z } from 'zod'
import { useAdminText } from '../use-admin-text.ts'
import './fees.css'

const planSchema = z.object({ feeTables: z.array(z.unknown()) })
const examples: Record<FeeFigure, string> = { employees: '12', turnover: '8000000', area: '500' }

/** The table that is being written, if it can be used already. */
const readTable = (values: unknown, place: number): FeeTable | null =>
  feeTableSchema.safeParse(planSchema.safeParse(values).data?.feeTables[place]).data ?? null

/** What a company would pay by the table above, computed as it is typed by the engine that the form uses. */
export const FeeExample = ({ path }: { path: string }) => {
  const place = Number(/\d+/.exec(path)?.[0] ?? 0)
  const values: unknown = useFormFields(([fields]) => reduceFieldsToValues(fields, true))
  const { language, say } = useAdminText()
  const id = useId()
  const [today] = useState(() => dayInSweden(new Date()))
  const [on, setOn] = useState<string | null>(null)
  const [figures, setFigures] = useState(examples)

  const table = readTable(values, place)
  if (!table) return <p className="fee-example__unready">{say('fees.example.unready')}</p>
  const joined = on ?? (table.from > today ? table.from : today)
  const plan = { feeTables: [table] }
  const [figure] = figuresNeeded(plan, joined)
  const known = figure ? { [figure]: /^\d+$/.test(figures[figure]) ? Number(figures[figure]) : null } : {}
  const said = sayQuote(quoteFee(plan, known, joined), language, translateTo(language))

  return (
    <section className="fee-example" aria-labelledby={`${id}-heading`}>
      <h4 id={`${id}-heading`} className="fee-example__heading">
        {say('fees.example.heading')}
      </h4>
      <div className="fee-example__questions">
        <label>
          {say('fees.example.on')}
          <input type="date" value={joined} onChange={({ target }) => setOn(target.value || null)} />
        </label>
        {figure ? (
          <label>
            {say(`fees.example.${figure}`)}
            <input
              type="text"
              inputMode="numeric"
              value={figures[figure]}
              onChange={({ target }) => setFigures({ ...figures, [figure]: target.value })}
            />
          </label>
        ) : null}
      </div>
      <div aria-live="polite">
        <table className="fee-example__lines">
          <tbody>
            {said.lines.map(({ kind, label, amount }) => (
              <tr key={`${kind} ${label}`}>
                <th scope="row">{label}</th>
                <td>{amount}</td>
              </tr>
            ))}
          </tbody>
          {said.total ? (
            <tfoot>
              <tr>
                <th scope="row">{said.total.label}</th>
                <td>{said.total.amount}</td>
              </tr>
            </tfoot>
          ) : null}
        </table>
        {said.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </section>
  )
}
