import { expect, test } from 'vitest'
import { createMemory } from './content-memory.ts'

const content = Buffer.alloc(10)

test('a content is kept from the second time on', () => {
  const memory = createMemory(100)
  memory.offer('page', content)
  expect(memory.get('page')).toBeUndefined()
  memory.offer('page', content)
  expect(memory.get('page')).toBe(content)
})

test('what has not been asked for the longest is forgotten first', () => {
  const memory = createMemory(20)
  for (const name of ['one', 'two', 'one', 'two']) memory.offer(name, content)
  memory.get('one')
  for (const name of ['three', 'three']) memory.offer(name, content)
  expect(['one', 'two', 'three'].filter((name) => memory.get(name))).toEqual(['one', 'three'])
})

test('who reads every page once drives nothing out', () => {
  const memory = createMemory(20)
  for (const name of ['start', 'start']) memory.offer(name, content)
  for (let page = 0; page < 10_000; page += 1) memory.offer(`page ${page}`, content)
  expect(memory.get('start')).toBe(content)
})
