/** The plait of `styles/strand.svg` and `strands.svg` as paths, where a picture cannot refer to those: once, 96 by 28, and on again. */
export const strand =
  'M-1 13.3L1 14.7L2 15.3L3 16L9 19.6L12 21.1L16 22.7L17 23L18 23.2L19 23.5L20 23.7L23 24L25 24L28 23.7L29 23.5L30 23.2L31 23L32 22.7L35 21.5M45 16L46 15.3L47 14.7L49 13.3L50 12.7L51 12L57 8.4L60 6.9L64 5.3L65 5L66 4.8L67 4.5L68 4.3L71 4L73 4L76 4.3L77 4.5L78 4.8L79 5L80 5.3L83 6.5M93 12L94 12.7L95 13.3L97 14.7'
export const strands =
  'M-1 23L0 22.7L3 21.5M13 16L14 15.3L15 14.7L17 13.3L18 12.7L19 12L25 8.4L28 6.9L32 5.3L33 5L34 4.8L35 4.5L36 4.3L39 4L41 4L44 4.3L45 4.5L46 4.8L47 5L48 5.3L51 6.5M61 12L62 12.7L63 13.3L65 14.7L66 15.3L67 16L73 19.6L76 21.1L80 22.7L81 23L82 23.2L83 23.5L84 23.7L87 24L89 24L92 23.7L93 23.5L94 23.2L95 23L96 22.7L97 22.3M-1 5.7L0 5.3L1 5L2 4.8L3 4.5L4 4.3L7 4L9 4L12 4.3L13 4.5L14 4.8L15 5L16 5.3L19 6.5M29 12L30 12.7L31 13.3L33 14.7L34 15.3L35 16L41 19.6L44 21.1L48 22.7L49 23L50 23.2L51 23.5L52 23.7L55 24L57 24L60 23.7L61 23.5L62 23.2L63 23L64 22.7L67 21.5M77 16L78 15.3L79 14.7L81 13.3L82 12.7L83 12L89 8.4L92 6.9L96 5.3L97 5'

/** As a drawing, so many times on: one strand in the accent, the others in the ink, seen through. */
export const drawPlait = (accent: string, ink: string, times: number): string => {
  const line = (path: string) =>
    Array.from({ length: times }, (_, place) => `<path d="${path}" transform="translate(${place * 96})"/>`).join('')
  return `<g fill="none" stroke-width="3.6"><g stroke="${ink}" opacity=".4">${line(strands)}</g><g stroke="${accent}">${line(strand)}</g></g>`
}
