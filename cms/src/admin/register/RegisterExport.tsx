import { useConfig } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useAdminText } from '../use-admin-text.ts'

/** The register as a file or on paper: links, so that the browser itself fetches a file as long as it is. */
export const RegisterExport = () => {
  const { config } = useConfig()
  const { say, language } = useAdminText()
  const id = useId()
  const [on, setOn] = useState('')
  const [withLeft, setWithLeft] = useState(false)
  const [withPersonal, setWithPersonal] = useState(false)
  const query = new URLSearchParams({
    language,
    ...(on ? { on } : {}),
    ...(withLeft ? { left: '1' } : {}),
    ...(withPersonal ? { personal: '1' } : {}),
  })
  const addressOf = (format: string) => `${config.routes.api}/register/${format}?${query}`
  return (
    <details className="register-tools__tool">
      <summary>{say('register.export')}</summary>
      <p>{say('register.export.text')}</p>
      <div className="register-tools__choices">
        <div>
          <label htmlFor={`${id}-on`}>{say('register.on')}</label>
          <input
            id={`${id}-on`}
            type="date"
            value={on}
            aria-describedby={`${id}-on-help`}
            onChange={({ target }) => setOn(target.value)}
          />
          <span id={`${id}-on-help`} className="register-tools__help">
            {say('register.on.help')}
          </span>
        </div>
        <div>
          <label>
            <input type="checkbox" checked={withLeft} onChange={({ target }) => setWithLeft(target.checked)} />{' '}
            {say('register.left')}
          </label>
        </div>
        <div>
          <label>
            <input
              type="checkbox"
              checked={withPersonal}
              aria-describedby={`${id}-personal-help`}
              onChange={({ target }) => setWithPersonal(target.checked)}
            />{' '}
            {say('register.personal')}
          </label>
          <span id={`${id}-personal-help`} className="register-tools__help">
            {say('register.personal.help')}
          </span>
        </div>
      </div>
      <ul className="register-tools__links">
        <li>
          <a href={addressOf('xlsx')} download>
            {say('register.xlsx')}
          </a>
        </li>
        <li>
          <a href={addressOf('csv')} download>
            {say('register.csv')}
          </a>
        </li>
        <li>
          <a href={addressOf('print')} target="_blank" rel="noreferrer">
            {say('register.print')}
          </a>
        </li>
      </ul>
    </details>
  )
}
