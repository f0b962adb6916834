import { writeFile } from 'node:fs/promises'

/** One measured figure beside what it is compared with. `ratio` is ours ÷ other; no goal: it was only to be known. */
export interface Figure {
  name: string
  unit: string
  ours: number
  other?: number
  otherName?: string
  ratio?: number
  goal?: string
  met?: boolean
}

/** A figure that must not be larger than a limit. */
export const atMost = (limit: number, name: string, unit: string, ours: number): Figure => ({
  name,
  unit,
  ours,
  goal: `≤ ${limit} ${unit}`,
  met: ours <= limit,
})

/** A figure that must not be smaller than a limit. */
export const atLeast = (limit: number, name: string, unit: string, ours: number): Figure => ({
  name,
  unit,
  ours,
  goal: `≥ ${limit} ${unit}`,
  met: ours >= limit,
})

/** A figure that must not be more than so many times another one. */
export const atMostTimes = (
  limit: number,
  figure: Required<Pick<Figure, 'name' | 'unit' | 'ours' | 'other' | 'otherName'>>,
): Figure => {
  const ratio = figure.ours / figure.other
  return { ...figure, ratio, goal: `≤ ${limit} ×`, met: ratio <= limit }
}

/** The value that so many per cent of the values do not exceed: 50 is the median. */
export const percentile = (values: number[], percent: number): number =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil((values.length * percent) / 100) - 1)] ??
  Number.NaN

const shown = (value: number | undefined) =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2)

/** Prints a row per figure: name, ours, compared with, ratio, goal, met or not. */
export const printFigures = (figures: Figure[]): void => {
  const rows = figures.map((figure) => [
    figure.name,
    `${shown(figure.ours)} ${figure.unit}`,
    figure.other === undefined ? '–' : `${shown(figure.other)} ${figure.unit} (${figure.otherName})`,
    shown(figure.ratio),
    figure.goal ?? '–',
    figure.met === undefined ? '–' : figure.met ? 'met' : 'NOT MET',
  ])
  const all = [['figure', 'ours', 'compared with', 'ratio', 'goal', 'outcome'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of all) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

export const writeFigures = (file: string, figures: Figure[]): Promise<void> =>
  writeFile(file, `${JSON.stringify(figures, null, 2)}\n`)
