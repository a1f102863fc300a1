import type { FiguresView } from '../../application/figures/figures-view.ts'
import { leftOutReasons } from '../../dispatch/figures/span.ts'
import { stages } from '../../dispatch/figures/stages.ts'
import { callClasses } from '../../dispatch/vocabulary.ts'
import { figuresEn } from '../../i18n/console/figures-en.ts'
import { type FigureWords, figuresId } from '../../i18n/console/figures-id.ts'

export const exportLanguages = ['id', 'en'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

export const tableNames = ['steps', 'hours', 'agencies', 'trend'] as const
export type TableName = (typeof tableNames)[number]

/** Seconds and counts are numbers, a share lies between 0 and 1; null is an empty cell. */
export type Cell = string | number | null

export interface Table {
  name: TableName
  title: string
  columns: { title: string; kind: 'text' | 'number' | 'share' }[]
  rows: Cell[][]
}

type StepView = FiguresView['stages'][number]

const wordsOf: Record<ExportLanguage, FigureWords> = { id: figuresId, en: figuresEn }

const share = ({ judged, withinTarget }: { judged: number; withinTarget: number }): number | null =>
  judged === 0 ? null : withinTarget / judged

const text = (title: string) => ({ title, kind: 'text' as const })
const number = (title: string) => ({ title, kind: 'number' as const })
const percent = (title: string) => ({ title, kind: 'share' as const })

/** What the page shows, as tables for a spreadsheet. */
export const figureTables = (view: FiguresView, language: ExportLanguage): Table[] => {
  const words = wordsOf[language]
  const { columns } = words
  const inSeconds = (title: string) => number(`${title} (${words.seconds})`)
  const nameOf = ({ step, name }: StepView): string =>
    name?.[language] ?? words.steps[step as keyof typeof words.steps] ?? step
  const table = (name: TableName, head: Table['columns'], rows: Cell[][]): Table => ({
    ...{ name, title: words.tables[name], columns: head, rows },
  })
  return [
    table(
      'steps',
      [
        text(''),
        text(columns.step),
        number(columns.count),
        ...[columns.median, columns.ninetieth, columns.target, columns.limit].map(inSeconds),
        percent(columns.within),
        ...leftOutReasons.map(reason => number(`${columns.leftOut}: ${words.leftOut[reason]}`)),
      ],
      [...view.stages, ...view.clocks].map(step => [
        ...[step.name === null ? '' : step.step, nameOf(step), step.count],
        ...[step.medianSeconds, step.ninetiethSeconds, step.targetSeconds, step.limitSeconds, share(step)],
        ...leftOutReasons.map(reason => step.leftOut[reason] ?? 0),
      ]),
    ),
    table(
      'hours',
      [
        text(words.hour),
        ...callClasses.map(one => number(`${words.calls}: ${words.classes[one]}`)),
        number(words.incidents),
      ],
      view.incidents.byHour.map((incidents, hour) => [
        `${String(hour).padStart(2, '0')}.00`,
        ...callClasses.map(one => view.calls.byHour[one][hour] ?? 0),
        incidents,
      ]),
    ),
    table(
      'agencies',
      [
        ...[text(words.agency), text(''), number(columns.jobs), number(columns.left)],
        ...[inSeconds(columns.answer), percent(columns.within), inSeconds(columns.arrival), percent(columns.within)],
      ],
      view.agencies.map(({ agency, name, jobs, left, answer, arrival }) => [
        ...[agency, name, jobs, left],
        ...[answer.medianSeconds, share(answer), arrival.medianSeconds, share(arrival)],
      ]),
    ),
    table(
      'trend',
      [
        ...[text(columns.period), number(words.calls), number(words.incidents)],
        ...stages.flatMap(stage => [inSeconds(words.steps[stage]), percent(columns.within)]),
      ],
      view.trend.map(({ key, calls, incidents, stages: own }) => [
        ...[key, calls, incidents],
        ...own.flatMap(stage => [stage.medianSeconds, share(stage)]),
      ]),
    ),
  ]
}

/** `angka-SMG-2026-11-DAMKAR`: safe in every file system. */
export const fileNameOf = ({ centre, key, agency }: Pick<FiguresView, 'centre' | 'key' | 'agency'>): string =>
  ['angka', centre, key, ...(agency === null ? [] : [agency])].join('-').replace(/[^\w.-]+/g, '_')
