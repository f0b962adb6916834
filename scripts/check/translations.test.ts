import { expect, test } from 'vitest'
import { problemsBetween, unusedIn } from './translations.ts'

test('a sentence that English leaves empty, copies or asks other values for is named', () => {
  const sv = { 'a.empty': 'Skicka', 'a.copied': 'Skicka', 'a.values': 'Hej {{name}}', 'a.well': 'Hej {{ name }}' }
  const en = {
    'a.empty': ' ',
    'a.copied': 'Skicka',
    'a.values': 'Hello {{organisation}}',
    'a.well': 'Hello {{ name }}',
  }
  const problems = problemsBetween(sv, en, [])
  expect(problems).toHaveLength(3)
  expect(problems.join('\n')).toMatch(/a\.empty says nothing in English/)
  expect(problems.join('\n')).toMatch(/a\.copied is "Skicka" in both/)
  expect(problems.join('\n')).toMatch(/a\.values asks for \{\{name\}\} in Swedish and \{\{organisation\}\}/)
})

test('a word that is the same in both languages may be listed, and must leave the list when it is not', () => {
  expect(problemsBetween({ 'a.term': 'Plan' }, { 'a.term': 'Plan' }, ['a.term'])).toEqual([])
  expect(problemsBetween({ 'a.term': 'Plan' }, { 'a.term': 'Scheme' }, ['a.term'])).toHaveLength(1)
  expect(problemsBetween({}, {}, ['a.gone'])).toHaveLength(1)
})

test('a sentence nobody asks for is found; one asked for by a template or in the plural is not', () => {
  const source = {
    path: 'a.ts',
    text: "t('search.results', { count }); t(`signup.field.${field.name}.label`); const help = 'signup.help'",
  }
  const keys = [
    'search.results_one',
    'search.results_other',
    'signup.field.city.label',
    'signup.help',
    'signup.field.city.hint',
    'menu.old',
  ]
  expect(unusedIn(keys, [source])).toEqual(['signup.field.city.hint', 'menu.old'])
})
