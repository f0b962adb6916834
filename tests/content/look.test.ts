import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaffMember, signIn } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let editor: StaffMember

beforeAll(async () => {
  cms = await startCms()
  editor = await signIn(cms.url)
})
afterAll(() => cms.end())

const chooses = (look: object, language: 'sv' | 'en' = 'sv') =>
  editor.ask('POST', '/api/globals/site-settings?locale=sv&depth=0', { name: 'Klustret', ...look }, language)

test('a theme that is ready is chosen, and taken away again for colours of one’s own', async () => {
  expect(await chooses({ theme: 'coast', typeface: 'serif' })).toMatchObject({
    status: 200,
    body: { result: { theme: 'coast', typeface: 'serif' } },
  })
  const own = { primary: '#14375e', accent: '#ffb199' }
  expect(await chooses({ theme: null, colours: own })).toMatchObject({
    status: 200,
    body: { result: { theme: null, colours: own } },
  })
})

test('colours that cannot be read are refused with the nearest that can, in the editor’s language, and those are taken', async () => {
  const pale = { theme: null, colours: { primary: '#ffe600', accent: '#8a7d00' } }
  const refused = await chooses(pale)
  expect(refused.status).toBe(400)
  const said = JSON.stringify(refused.body)
  expect(said).toContain('kontrasten är 1,2:1 och behöver vara 4,5:1. Den närmaste färg som fungerar är #807300.')
  expect(said).toContain('Accentfärgen syns inte mot huvudfärgen')
  expect(JSON.stringify((await chooses(pale, 'en')).body)).toContain('The nearest colour that works is #807300.')

  const [primary, accent] = Array.from(said.matchAll(/fungerar är (#[0-9a-f]{6})/g), ([, colour]) => colour)
  expect(await chooses({ theme: null, colours: { primary, accent } })).toMatchObject({ status: 200 })
})
