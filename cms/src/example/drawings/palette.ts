/** The colours that all pictures of the example share: forest, river, evening light, rowan berries. */
export const palette = {
  night: '#0b2b33',
  deep: '#0e3b40',
  forest: '#12504b',
  moss: '#2c6e5d',
  lichen: '#7fa58a',
  mist: '#bcd0bd',
  river: '#2f7f8c',
  ice: '#cfe6e2',
  sand: '#f6eddc',
  cream: '#fff8ea',
  straw: '#fbe0a6',
  amber: '#f2b04b',
  ember: '#d9772f',
  berry: '#c0392b',
  bark: '#5b3a29',
  ink: '#10292b',
} as const
