import { writeFile } from 'node:fs/promises'

/** One measured figure beside what it is compared with. `ratio` is ours ÷ other; `met` is missing where nothing was promised. */
export interface Figure {
  name: string
  unit: string
  ours: number
  other?: number
  otherName?: string
  ratio?: number
  goal: string
  met: boolean
}

const shown = (value: number | undefined) =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2)

/** Prints a row per figure: name, ours, compared with, ratio, goal, met or not. */
export const printFigures = (figures: Figure[]): void => {
  const rows = figures.map((figure) => [
    figure.name,
    `${shown(figure.ours)} ${figure.unit}`,
    figure.other === undefined ? '–' : `${shown(figure.other)} ${figure.unit} (${figure.otherName})`,
    shown(figure.ratio),
    figure.goal,
    figure.met ? 'met' : 'NOT MET',
  ])
  const all = [['figure', 'ours', 'compared with', 'ratio', 'goal', 'outcome'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of all) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

export const writeFigures = (file: string, figures: Figure[]): Promise<void> =>
  writeFile(file, `${JSON.stringify(figures, null, 2)}\n`)
