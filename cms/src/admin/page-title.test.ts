import { expect, test } from 'vitest'
import { pageTitle } from './page-title.ts'

test.each([
  ['Redigerar - Medlem – Klusterwebb', 'Medlem – Klusterwebb'],
  ['Skapar... - Medlem – Klusterwebb', 'Skapa ny: Medlem – Klusterwebb'],
  ['Editing - Email texts – Klusterwebb', 'Email texts – Klusterwebb'],
  ['Medlemmar – Klusterwebb', 'Medlemmar – Klusterwebb'],
])('a tab is not called “%s” but “%s”', (title, named) => expect(pageTitle(title)).toBe(named))
