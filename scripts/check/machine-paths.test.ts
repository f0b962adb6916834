import { expect, test } from 'vitest'
import { machinePathsIn } from './machine-paths.ts'

const home = ['', 'home', 'anna', 'klusterwebb'].join('/')
const mac = ['', 'Users', 'anna', 'notes.md'].join('/')

test('a path in a home directory, or in the directory of this copy, is found with its line', () => {
  const sources = [
    { path: 'a.ts', text: `first\nconst file = '${home}/x.ts'` },
    { path: 'b.md', text: mac },
    { path: 'c.ts', text: '/srv/web/x' },
  ]
  expect(machinePathsIn(sources, '/srv/web')).toEqual([
    expect.stringContaining('a.ts:2'),
    expect.stringContaining('b.md:1'),
    expect.stringContaining('c.ts:1'),
  ])
})

test('an address on the web that looks alike is not one', () => {
  expect(machinePathsIn([{ path: 'a.ts', text: `'https://example.org${home}'` }], '/srv/web')).toEqual([])
})
