import { expect, test } from 'vitest'
import { contrast, nearestReadable } from './colour.ts'
import { paper, problemOfAccent, problemOfPrimary, themeNames, themes } from './theme.ts'

test('every theme that is ready to be chosen would be accepted as colours of one’s own', () => {
  for (const name of themeNames) {
    const { primary, accent } = themes[name]
    expect(problemOfPrimary(primary), name).toBeNull()
    expect(problemOfAccent(accent, primary), name).toBeNull()
  }
})

test('a yellow that nobody can read on paper is refused, with the nearest yellow that can be read', () => {
  const problem = problemOfPrimary('#ffe600')
  expect(problem).toMatchObject({ needed: 4.5, nearest: '#807300' })
  expect(contrast(problem?.nearest ?? '', paper)).toBeGreaterThanOrEqual(4.5)
})

test('an accent that disappears in the main colour is refused, with the nearest that is seen', () => {
  const problem = problemOfAccent('#0f5a55', '#0f4f4a')
  expect(problem?.ratio).toBeLessThan(1.3)
  expect(contrast(problem?.nearest ?? '', '#0f4f4a')).toBeGreaterThanOrEqual(3)
})

test('where both colours are refused, the two that are offered go together', () => {
  const primary = problemOfPrimary('#ffe600')?.nearest ?? ''
  const accent = problemOfAccent('#8a7d00', '#ffe600')?.nearest ?? ''
  expect([problemOfPrimary(primary), problemOfAccent(accent, primary)]).toEqual([null, null])
})

test('whatever is refused, something is offered that works', () => {
  for (const colour of ['#ffffff', '#000000', '#777777', '#00ffaa', '#faf9f6', '#ff0000']) {
    for (const ground of [paper, '#000000', '#777777', '#0f4f4a']) {
      for (const ratio of [3, 4.5]) {
        const nearest = nearestReadable(colour, ground, ratio)
        expect(contrast(nearest ?? colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(ratio)
      }
    }
  }
})

test('a colour that works is its own nearest', () => {
  expect(nearestReadable('#0f4f4a', paper, 4.5)).toBe('#0f4f4a')
})
