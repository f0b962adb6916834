import { expect, test } from 'vitest'
import { isAtLeast, problemsOfLockfile } from './floors.ts'

const because = 'a hole'

test('versions are compared by number, not by letter', () => {
  expect(isAtLeast('10.0.9', '9.1.1')).toBe(true)
  expect(isAtLeast('9.10.0', '9.9.9')).toBe(true)
  expect(isAtLeast('9.9.9', '9.10.0')).toBe(false)
  expect(isAtLeast('3.90.1', '3.90.1')).toBe(true)
  expect(isAtLeast('4.0.0-beta.1', '4.0.0')).toBe(false)
})

test('a nested copy below the floor is found, the mended one at the top does not hide it', () => {
  const lockfile = {
    packages: {
      '': {},
      'node_modules/nodemailer': { version: '10.6.0' },
      'node_modules/mail-thing/node_modules/nodemailer': { version: '9.1.1' },
    },
  }
  const problems = problemsOfLockfile(lockfile, { nodemailer: { floor: ['10.0.9'], because } })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain('node_modules/mail-thing/node_modules/nodemailer is 9.1.1')
})

test('each major version has its own floor, and one that was never considered is too old', () => {
  const floors = { 'path-to-regexp': { floor: ['6.3.0', '8.4.0'], because } }
  const problemsWith = (version: string) =>
    problemsOfLockfile({ packages: { 'node_modules/path-to-regexp': { version } } }, floors)
  expect(problemsWith('6.3.0')).toEqual([])
  expect(problemsWith('8.4.2')).toEqual([])
  expect(problemsWith('9.0.0')).toEqual([])
  expect(problemsWith('6.2.9')).toHaveLength(1)
  expect(problemsWith('7.9.9')).toHaveLength(1)
  expect(problemsWith('8.3.9')).toHaveLength(1)
})

test('a floor for a whole scope holds for every package in it', () => {
  const floors = { '@payloadcms/*': { floor: ['3.90.0'], because } }
  expect(
    problemsOfLockfile({ packages: { 'node_modules/@payloadcms/ui': { version: '3.89.0' } } }, floors),
  ).toHaveLength(1)
})

test('a download address is found, and the link to a workspace is not one', () => {
  const packages = {
    'node_modules/left': { version: '1.0.0', resolved: 'https://registry.example.org/left.tgz' },
    'node_modules/shared': { resolved: 'shared', link: true },
  }
  expect(problemsOfLockfile({ packages }, {})).toHaveLength(1)
})
