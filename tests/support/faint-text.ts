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

/** Where the text of an element itself stands in the window, its colour, and how much contrast WCAG asks of it. */
const textIn = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const boxes = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
        .flatMap((node) => {
          const range = document.createRange()
          range.selectNodeContents(node)
          return [...range.getClientRects()]
        })
      const { color, fontSize, fontWeight } = getComputedStyle(element)
      const size = Number.parseFloat(fontSize)
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
      const canvas = document.createElement('canvas').getContext('2d')
      if (canvas) canvas.fillStyle = color
      canvas?.fillRect(0, 0, 1, 1)
      const left = Math.max(0, Math.min(...boxes.map((box) => box.left)))
      const top = Math.max(0, Math.min(...boxes.map((box) => box.top)))
      return {
        clip: {
          x: left,
          y: top,
          width: Math.min(innerWidth, Math.max(...boxes.map((box) => box.right))) - left,
          height: Math.min(innerHeight, Math.max(...boxes.map((box) => box.bottom))) - top,
        },
        colour: [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3),
        asked: isLarge ? 3 : 4.5,
        lines: boxes.map(({ x, y, width, height }) => ({ x: x - left, y: y - top, width, height })),
      }
    })

/**
 * Is a text hard to read where it stands on a picture or on several colours, of which axe cannot judge? Its letters are made
 * invisible, and what is then behind them is measured, point by point. Null when it can be read.
 */
export const faintness = async (page: Page, selector: string): Promise<string | null> => {
  const element = page.locator(selector).first()
  await element.scrollIntoViewIfNeeded()
  const { clip, colour, asked, lines } = await textIn(page, selector)
  if (lines.length === 0 || clip.width < 1 || clip.height < 1) return null
  await element.evaluate((text) => {
    if (!(text instanceof HTMLElement)) return
    text.style.setProperty('color', 'transparent', 'important')
    text.style.setProperty('text-decoration', 'none', 'important')
  })
  const picture = await page.screenshot({ clip, animations: 'disabled' })
  await element.evaluate((text) => {
    if (text instanceof HTMLElement) text.removeAttribute('style') // no page of ours has one of its own
  })
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let points = 0
  let faint = 0
  let least = Number.POSITIVE_INFINITY
  for (let place = 0; place < data.length; place += 3) {
    const [x, y] = [(place / 3) % info.width, Math.floor(place / 3 / info.width)]
    const isBehind = lines.some(
      (line) => x > line.x && x < line.x + line.width && y > line.y && y < line.y + line.height,
    )
    if (!isBehind) continue // another text's place, where this one goes on to its next line
    const contrast = contrastOf(colour, [data[place] ?? 0, data[place + 1] ?? 0, data[place + 2] ?? 0])
    points += 1
    if (contrast < asked) faint += 1
    least = Math.min(least, contrast)
  }
  const share = faint / points
  return share > 0.01
    ? `${selector} has ${least.toFixed(1)}:1 where ${asked}:1 is asked, behind ${Math.round(share * 100)} % of it`
    : null
}
