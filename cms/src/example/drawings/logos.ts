import { palette } from './palette.ts'
import { drawing } from './shapes.ts'

/** The example organisation's mark: two withes, woven into the two Vs of its name. */
export const vidjeverkMark = (): string =>
  drawing(
    512,
    512,
    `<rect width="512" height="512" rx="112" fill="${palette.deep}"/><g fill="none" stroke-linecap="round" stroke-linejoin="round">` +
      `<path d="M86 136L200 376L314 136" stroke="${palette.amber}" stroke-width="56"/>` +
      `<path d="M198 136L312 376L426 136" stroke="${palette.deep}" stroke-width="88"/>` +
      `<path d="M198 136L312 376L426 136" stroke="${palette.cream}" stroke-width="56"/>` +
      '</g>',
  )

/** The sign of a member, and its name beside or below it. */
const memberLogo = (sign: string, lines: readonly string[], colour: string): string =>
  drawing(
    640,
    320,
    `<rect width="640" height="320" rx="24" fill="#fff"/>${sign}` +
      lines
        .map(
          (line, index) =>
            `<text x="248" y="${160 + 20 - (lines.length - 1) * 31 + index * 62}" font-family="Geist" font-size="58" fill="${colour}" stroke="${colour}" stroke-width="2" stroke-linejoin="round">${line}</text>`,
        )
        .join(''),
  )

/** Four sheets of board, one on another. */
export const ronnforsLogo = (): string =>
  memberLogo(
    [0, 1, 2, 3]
      .map(
        (index) =>
          `<path d="M60 ${214 - index * 34}L136 ${250 - index * 34}L212 ${214 - index * 34}L136 ${178 - index * 34}Z" fill="${['#7c4a21', '#a86b33', '#cf9350', '#e8bd80'][index]}" stroke="#fff" stroke-width="5"/>`,
      )
      .join(''),
    ['Rönnfors', 'Kartong'],
    '#5b3a29',
  )

/** A mill wheel that is also the end of a log. */
export const kvarnseleLogo = (): string =>
  memberLogo(
    `<g fill="none" stroke="#12504b"><circle cx="136" cy="160" r="72" stroke-width="14"/><circle cx="136" cy="160" r="42" stroke-width="9"/><circle cx="136" cy="160" r="14" stroke-width="9"/></g>` +
      Array.from(
        { length: 8 },
        (_, index) =>
          `<rect x="127" y="68" width="18" height="30" fill="#12504b" transform="rotate(${index * 45} 136 160)"/>`,
      ).join(''),
    ['Kvarnsele', 'Trä'],
    '#12504b',
  )

/** A molecule: six-sided, one corner filled. */
export const limnaLogo = (): string =>
  memberLogo(
    `<path d="M136 82L204 121V199L136 238L68 199V121Z" fill="none" stroke="#1f6a78" stroke-width="14" stroke-linejoin="round"/><path d="M136 160V82M136 160L204 199M136 160L68 199" stroke="#1f6a78" stroke-width="9"/><circle cx="136" cy="160" r="24" fill="#d9772f"/><circle cx="204" cy="121" r="17" fill="#1f6a78"/><circle cx="68" cy="199" r="17" fill="#1f6a78"/>`,
    ['Limna'],
    '#1f6a78',
  )

/** Three spruces on a line. */
export const lidbruksLogo = (): string =>
  memberLogo(
    `<g fill="#2c6e5d"><path d="M136 66L176 150H156L190 222H82L116 150H96Z"/><path d="M82 120L106 176H94L112 222H46L70 176H58Z" opacity=".7"/><path d="M190 120L214 176H202L226 222H160L178 176H166Z" opacity=".7"/></g><rect x="44" y="232" width="184" height="12" rx="6" fill="#5b3a29"/>`,
    ['Lidbruks', 'Skogsägare'],
    '#23574a',
  )

/** A mortise and its tenon. */
export const taljTappLogo = (): string =>
  memberLogo(
    `<path d="M58 86H214V140H162V180H110V140H58Z" fill="#c0392b"/><path d="M58 156H94V196H178V156H214V236H58Z" fill="#f2b04b"/>`,
    ['Tälj', '&amp; Tapp'],
    '#8c2a1f',
  )
