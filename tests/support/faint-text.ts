// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'
import sharp from 'sharp'

const luminanceOf = (channels: number[]) => {
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrastOf = (one: number[], other: number[]) => {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** A text that can be measured where it stands in the window now. */
interface MeasurableText {
  selector: string
  place: { x: number; y: number; width: number; height: number }
  colour: number[]
  /** How much contrast WCAG asks of it. */
  asked: number
  lines: { x: number; y: number; width: number; height: number }[]
}

/** Brings the first of these elements into the window, and tells of it and of the others that are whole in the window then. */
const textsInWindow = async (page: Page, selectors: string[]): Promise<MeasurableText[]> => {
  await page
    .locator(selectors[0] ?? '')
    .first()
    .scrollIntoViewIfNeeded()
  return page.evaluate((selectors) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const channelsOf = (colour: string) => {
      canvas?.clearRect(0, 0, 1, 1)
      if (canvas) canvas.fillStyle = colour
      canvas?.fillRect(0, 0, 1, 1)
      return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3)
    }
    return selectors.flatMap((selector, number) => {
      const element = document.querySelector(selector)
      if (!element) return []
      const boxes = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
        .flatMap((node) => {
          const range = document.createRange()
          range.selectNodeContents(node)
          return [...range.getClientRects()]
        })
      const left = Math.min(...boxes.map((box) => box.left))
      const top = Math.min(...boxes.map((box) => box.top))
      const right = Math.max(...boxes.map((box) => box.right))
      const bottom = Math.max(...boxes.map((box) => box.bottom))
      const isWhole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      if (boxes.length > 0 && number > 0 && !isWhole) return []
      const { color, fontSize, fontWeight } = getComputedStyle(element)
      const size = Number.parseFloat(fontSize)
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
      const [x, y] = [Math.max(0, left), Math.max(0, top)]
      return [
        {
          selector,
          place: { x, y, width: Math.min(innerWidth, right) - x, height: Math.min(innerHeight, bottom) - y },
          colour: channelsOf(color),
          asked: isLarge ? 3 : 4.5,
          lines: boxes.map(({ x, y, width, height }) => ({ x, y, width, height })),
        },
      ]
    })
  }, selectors)
}

/** What is behind these texts: the window, with their letters made invisible. */
const windowWithout = async (page: Page, texts: MeasurableText[]) => {
  const selectors = texts.map(({ selector }) => selector)
  await page.evaluate((selectors) => {
    for (const text of selectors.map((selector) => document.querySelector<HTMLElement>(selector))) {
      text?.style.setProperty('color', 'transparent', 'important')
      text?.style.setProperty('text-decoration', 'none', 'important')
    }
  }, selectors)
  const picture = await page.screenshot({ animations: 'disabled' })
  await page.evaluate((selectors) => {
    for (const selector of selectors) document.querySelector(selector)?.removeAttribute('style') // no page of ours has one of its own
  }, selectors)
  return sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
}

/**
 * Which texts are hard to read where they stand on a picture or on several colours, of which axe cannot judge? Their letters
 * are made invisible, and what is then behind them is measured, point by point.
 */
export const faintTexts = async (page: Page, selectors: string[]): Promise<string[]> => {
  const faintOnes: string[] = []
  let left = selectors
  while (left.length > 0) {
    const texts = await textsInWindow(page, left)
    const looked = new Set([left[0], ...texts.map(({ selector }) => selector)])
    left = left.filter((selector) => !looked.has(selector))
    const seen = texts.filter(({ lines, place }) => lines.length > 0 && place.width >= 1 && place.height >= 1)
    if (seen.length === 0) continue
    const { data, info } = await windowWithout(page, seen)
    for (const { selector, place, colour, asked, lines } of seen) {
      let points = 0
      let faint = 0
      let least = Number.POSITIVE_INFINITY
      for (let y = Math.ceil(place.y); y < place.y + place.height; y += 1) {
        for (let x = Math.ceil(place.x); x < place.x + place.width; x += 1) {
          const isBehind = lines.some(
            (line) => x > line.x && x < line.x + line.width && y > line.y && y < line.y + line.height,
          )
          if (!isBehind) continue // another text's place, where this one goes on to its next line
          const point = (y * info.width + x) * 3
          const contrast = contrastOf(colour, [data[point] ?? 0, data[point + 1] ?? 0, data[point + 2] ?? 0])
          points += 1
          if (contrast < asked) faint += 1
          least = Math.min(least, contrast)
        }
      }
      const share = faint / points
      if (share > 0.01)
        faintOnes.push(
          `${selector} has ${least.toFixed(1)}:1 where ${asked}:1 is asked, behind ${Math.round(share * 100)} % of it`,
        )
    }
  }
  return faintOnes
}
