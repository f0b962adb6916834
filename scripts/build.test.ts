import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOfInputs } from './build.ts'

let directory = ''
const write = (file: string, text: string) => writeFile(join(directory, file), text)
const hash = () => hashOfInputs(directory, ['src/**/*', 'package-lock.json'])

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'klusterwebb-build-'))
  await mkdir(join(directory, 'src/pages'), { recursive: true })
  await write('src/pages/index.astro', '<h1>Hej</h1>')
  await write('package-lock.json', '{}')
})
afterEach(() => rm(directory, { recursive: true }))

test('a changed, new or renamed source asks for a new build', async () => {
  const before = await hash()
  await write('src/pages/index.astro', '<h1>Hej!</h1>')
  const changed = await hash()
  await write('src/pages/new.astro', '')
  const added = await hash()
  await write('package-lock.json', '{ }')
  expect(new Set([before, changed, added, await hash()]).size).toBe(4)
})

test('an unchanged tree, another test or another README does not', async () => {
  const before = await hash()
  await write('src/pages/index.test.ts', 'test')
  await write('src/README.md', 'words')
  expect(await hash()).toBe(before)
})
