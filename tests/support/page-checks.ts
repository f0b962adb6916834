// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'

/** What is to be pressed and is smaller than WCAG asks (2.5.8), but for links within a sentence. */
export const tooSmallToHit = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const smallest = 24
    const isInSentence = (element: Element) => {
      const around = element.closest('p, li, dd, td, figcaption, label, legend')
      const others = (around?.textContent ?? '').replace(element.textContent ?? '', '').trim()
      return getComputedStyle(element).display === 'inline' && others.length > 0
    }
    const sizeOf = (element: HTMLElement) => {
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
      const boxes = [element, ...(label ? [label] : [])].map((each) => each.getBoundingClientRect())
      return { width: Math.max(...boxes.map((box) => box.width)), height: Math.max(...boxes.map((box) => box.height)) }
    }
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isInSentence(element))
      .map((element) => ({ element, ...sizeOf(element) }))
      .filter(({ width, height }) => width > 1 && height > 1 && (width < smallest || height < smallest))
      .map(
        ({ element, width, height }) =>
          `${element.outerHTML.slice(0, 120)}: ${width.toFixed(1)} × ${height.toFixed(1)}`,
      )
  })

/** Text that does not fit where it stands and is cut off, or runs out of the window, and whatever makes the page wider than that. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    const isForReadersOnly = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width <= 1 || height <= 1
    }
    const cut = [...document.querySelectorAll('body *')].filter((element) => {
      const { overflowX, overflowY, display } = getComputedStyle(element)
      if (display === 'inline' || !hasText(element) || !element.checkVisibility() || isForReadersOnly(element))
        return false
      const isCut = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      return (
        (isCut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (isCut(overflowY) && element.scrollHeight > element.clientHeight + 1)
      )
    })
    // What runs out of the window is not found by the width of the page where a part above it is clipped.
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true }) || isForReadersOnly(element))
        return false
      const words = document.createRange()
      words.selectNodeContents(element)
      return [...words.getClientRects()].some(({ left, right }) => left < -1 || right > innerWidth + 1)
    })
    const width = document.documentElement.scrollWidth
    return [
      ...outside.map((element) => `out of the window: ${element.outerHTML.slice(0, 120)}`),
      ...cut.map((element) => `cut off: ${element.outerHTML.slice(0, 120)}`),
      ...(width > innerWidth ? [`${width} px wide in a window of ${innerWidth}`] : []),
    ]
  })

/** What is to be filled in or pressed and has neither a border nor an underline to be known by when colours are the reader's. */
export const unseenInForcedColours = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ forcedColors: 'active' })
  const unseen = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input:not([type="hidden"]), select, textarea, .button')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1)
      .filter((element) => {
        const { borderBottomStyle, borderBottomWidth, textDecorationLine, appearance } = getComputedStyle(element)
        const hasBorder = borderBottomStyle !== 'none' && Number.parseFloat(borderBottomWidth) >= 1
        const isDrawnByBrowser =
          element instanceof HTMLInputElement && /^(checkbox|radio|file)$/.test(element.type) && appearance !== 'none'
        return !hasBorder && !isDrawnByBrowser && textDecorationLine === 'none'
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
  await page.emulateMedia({ forcedColors: null })
  return unseen
}

/** What moves although the reader asked for less of that. */
export const movingAgainstWishes = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moving = await page.evaluate(() => {
    const lasts = (durations: string) => durations.split(',').some((each) => Number.parseFloat(each) > 0)
    const found: string[] = []
    for (const element of document.querySelectorAll('html, body, body *')) {
      for (const part of ['', '::before', '::after']) {
        const style = getComputedStyle(element, part)
        const isAnimated = style.animationName !== 'none' && lasts(style.animationDuration)
        if (isAnimated || lasts(style.transitionDuration) || style.scrollBehavior === 'smooth')
          found.push(`${element.outerHTML.slice(0, 100)} ${part}`)
      }
    }
    return found
  })
  await page.emulateMedia({ reducedMotion: null })
  return moving
}

/** What is wrong with a page on paper: nothing to read, dark ground, or what sticks to the window and would cover text. */
export const wrongOnPaper = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const wrong = await page.evaluate(() => {
    const stuck = [...document.querySelectorAll('body *')].filter(
      (element) => /fixed|sticky/.test(getComputedStyle(element).position) && element.checkVisibility(),
    )
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).color.match(/[\d.]+/g) ?? []).map(Number)
    const useless = [...document.querySelectorAll('nav, search')].filter(
      (element) => element.checkVisibility() && element.clientHeight > 1,
    )
    return [
      ...stuck.map((element) => `stuck: ${element.outerHTML.slice(0, 100)}`),
      ...useless.map((element) => `of no use on paper: ${element.outerHTML.slice(0, 100)}`),
      ...(red + green + blue > 300 ? [`text in ${getComputedStyle(document.body).color}`] : []),
      ...((document.querySelector('main')?.innerText.trim().length ?? 0) < 20 ? ['nothing to read'] : []),
    ]
  })
  await page.emulateMedia({ media: null, colorScheme: null })
  return wrong
}

/** One stop of the Tab key. */
export interface Stop {
  what: string
  problems: string[]
}

/**
 * Where the Tab key has come to, and what is wrong there: it must come after the stop before it in the document, be in
 * the window with nothing in front of it, and have a ring around it that stands out 3:1 from its ground. Null at the end.
 */
export const tabStop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body || element === document.documentElement)
      return null
    const problems: string[] = []

    const before = document.querySelector('[data-last-stop]')
    if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
      problems.push('comes before the stop before it')
    before?.removeAttribute('data-last-stop')
    element.setAttribute('data-last-stop', '')

    const [box = element.getBoundingClientRect()] = element.getClientRects()
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1)
    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1)
    const isInWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const top = document.elementFromPoint(x, y)
    if (!isInWindow || box.width === 0) problems.push('is outside the window')
    else if (!top || !(element.contains(top) || top.contains(element) || top.closest('label')?.control === element))
      problems.push(`is covered by ${top?.outerHTML.slice(0, 60)}`)

    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const channelsOf = (colour: string) => {
      if (!canvas) return [0, 0, 0, 0]
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      return [...canvas.getImageData(0, 0, 1, 1).data]
    }
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element)
    let ground: Element | null = Number.parseFloat(outlineOffset) < 0 ? element : element.parentElement
    const isPainted = (one: Element) => getComputedStyle(one).backgroundImage !== 'none'
    while (ground && !isPainted(ground) && channelsOf(getComputedStyle(ground).backgroundColor)[3] === 0)
      ground = ground.parentElement
    const [lighter = 0, darker = 0] = [
      luminance(outlineColor),
      luminance(ground ? getComputedStyle(ground).backgroundColor : '#fff'),
    ].toSorted((one, other) => other - one)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) problems.push('has no ring around it')
    else if (ground && isPainted(ground))
      return { what: element.outerHTML.slice(0, 100), problems } // several colours
    else if ((lighter + 0.05) / (darker + 0.05) < 3)
      problems.push(`has a ring in ${outlineColor} that cannot be told from its ground`)
    return { what: element.outerHTML.slice(0, 100), problems }
  })
