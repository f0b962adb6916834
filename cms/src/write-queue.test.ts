import { expect, test, vi } from 'vitest'

vi.mock('./database.ts', () => ({ usesMongo: false }))
const { createQueue, lineOf } = await import('./write-queue.ts')

test('two saves of one document never overlap, and the first to come is the first to go', async () => {
  const inLine = createQueue()
  const seen: string[] = []
  const save = (name: string, milliseconds: number) =>
    inLine('pages/1', async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      seen.push(`${name} ends`)
    })
  await Promise.all([save('Swedish', 20), save('English', 1)])
  expect(seen).toEqual(['Swedish begins', 'Swedish ends', 'English begins', 'English ends'])
})

test('a save that fails does not stop those behind it', async () => {
  const inLine = createQueue()
  const failing = inLine('pages/1', () => Promise.reject(new Error('no')))
  const following = inLine('pages/1', () => Promise.resolve('saved'))
  await expect(failing).rejects.toThrow('no')
  expect(await following).toBe('saved')
})

test.each([
  ['/api/pages/7', true, 'pages/7'],
  ['/api/pages/versions/abc', true, 'pages/abc'],
  ['/api/globals/menus', true, 'globals/menus'],
  ['/api/pages/7', false, 'all'],
  ['/api/globals/menus', false, 'all'],
])('a save to %s stands in line (MongoDB: %s) %s', (path, mongo, line) => {
  expect(lineOf(path, mongo)).toBe(line)
})
