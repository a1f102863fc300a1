import type { RuleDifference } from '../../../admin-api/contract/index.ts'
import type { WebTexts } from '../../../i18n/web-id.ts'
import type { Lang } from '../../lang/language.ts'
import { formatSpan } from '../../time/format.ts'
import type { LeadRow, RaiseRow, SupportRow } from './cards.ts'
import { type LadderEdit, percentOf, type RungEdit } from './clocks.ts'

/** Code of a card or clock -> its name. */
export type PartNames = ReadonlyMap<string, string>

const lookUp = (words: object, word: string): string => (words as Record<string, string>)[word] ?? word

/** Rules as lines that people read, in one language: the same words in forms, differences and history. */
export const ruleWords = (t: WebTexts, lang: Lang, names: PartNames) => {
  const { rules } = t
  const fact = (word: string): string => rules.whenFact(lookUp(t.dispatch.facts, word))
  const list = (words: readonly string[], of: object): string => words.map(word => lookUp(of, word)).join(', ')
  const whom = (ping: readonly string[]): string => list(ping, rules.recipients) || rules.nobody
  const figure = ({ targetSeconds, limitSeconds }: { targetSeconds: number; limitSeconds?: number }): string =>
    limitSeconds === undefined ? formatSpan(targetSeconds) : `${formatSpan(targetSeconds)}–${formatSpan(limitSeconds)}`

  const support = ({ agency, mode, duty, when }: SupportRow): string =>
    [agency, rules.modes[mode], t.dispatch.duty[duty], ...(when === undefined ? [] : [fact(when)])].join(' · ')
  const raise = ({ to, when }: RaiseRow): string => `P${to} ${fact(when)}`
  const leadRow = ({ lead, when, priority, keep = [] }: LeadRow): string =>
    [
      `${lead} ${fact(when)}`,
      ...(priority === undefined ? [] : [`P${priority}`]),
      ...(keep.length === 0 ? [] : [`${rules.keep}: ${keep.join(', ')}`]),
    ].join(' · ')
  const rung = ({ at, ping = [], phoneTask, unlessReported, listed }: RungEdit): string => {
    const what = [
      ...(ping.length === 0 ? [] : [whom(ping)]),
      ...(phoneTask ? [rules.phoneLine(rules.phoneTasks[phoneTask])] : []),
      ...(listed ? [rules.listed] : []),
      ...(unlessReported ? [rules.unlessReported] : []),
    ]
    return rules.rungLine(`${percentOf(at)} %`, what.join(', ') || rules.nobody)
  }
  const repeat = ({ everySeconds, ping }: NonNullable<LadderEdit['repeat']>): string =>
    rules.repeatLine(formatSpan(everySeconds), whom(ping))

  /** How each field's value reads; a list has a line an item. */
  const lines: Readonly<Record<string, (value: never) => string[]>> = {
    name: ({ id, en }: { id: string; en: string }) => [`${id} / ${en}`],
    priority: (priority: number) => [`P${priority}`],
    restricted: (value: boolean) => [value ? t.common.yes : t.common.no],
    support: (rows: SupportRow[]) => rows.map(support),
    rules: (rows: SupportRow[]) => rows.map(support),
    raise: (rows: RaiseRow[]) => rows.map(raise),
    leadWhen: (rows: LeadRow[]) => rows.map(leadRow),
    targetSeconds: (seconds: number) => [formatSpan(seconds)],
    limitSeconds: (seconds: number) => [formatSpan(seconds)],
    published: (value: { targetSeconds: number; limitSeconds?: number }) => [figure(value)],
    basis: (word: string) => [lookUp(rules.bases, word)],
    start: (mark: string) => [lookUp(rules.marks, mark)],
    stop: (marks: string[]) => marks.map(mark => lookUp(rules.marks, mark)),
    classes: (words: string[]) => words.map(word => lookUp(t.call.classes, word)),
    rungs: (rungs: RungEdit[]) => rungs.map(rung),
    repeat: (value: NonNullable<LadderEdit['repeat']>) => [repeat(value)],
  }

  const fieldLines = (field: string, value: unknown): string[] => {
    if (value === null || value === undefined) return field === 'lead' ? [rules.operatorPicks] : []
    const say = lines[field]
    if (say) return say(value as never)
    return Array.isArray(value) ? [value.join(', ')] : [String(value)]
  }

  return {
    fact,
    figure,
    /** a card, a clock, a ladder or a common part, by the name that versions give it */
    part: (part: string): string => {
      const code = part.replace(/^(cards|clocks)\./, '')
      if (code === 'forEveryType') return rules.everyType
      if (code === 'substitutes') return rules.substitutes
      const name = names.get(code)
      return name === undefined ? lookUp(rules.ladderNames, code) : `${name} (${code})`
    },
    field: (part: string, field: string): string =>
      part === 'substitutes' ? rules.substitutesOf(field) : lookUp(rules.fields, field),
    fieldLines,
    /** a whole part, a line for each thing that it says */
    partLines: (part: string, value: unknown): string[] => {
      if (value === undefined) return []
      if (part === 'forEveryType') return (value as SupportRow[]).map(support)
      return Object.entries(value as object)
        .filter(([field]) => field !== 'code' && field !== 'id')
        .flatMap(([field, one]) => fieldLines(field, one).map(line => `${lookUp(rules.fields, field)}: ${line}`))
    },
    /** `DAMKAR lead`, `PLN alert act` as the preview writes it */
    proposed: (line: string): string => {
      const [agency = '', mode = '', duty] = line.split(' ')
      if (mode === 'lead') return `${agency} · ${rules.lead}`
      return [agency, lookUp(rules.modes, mode), duty === undefined ? '' : lookUp(t.dispatch.duty, duty)].join(' · ')
    },
    nameOf: (name: { id: string; en: string }): string => name[lang],
  }
}
export type RuleWords = ReturnType<typeof ruleWords>

export interface LineChange {
  removed: string[]
  added: string[]
}

/** What of a list went away and what came; both empty when only the order changed. */
export const lineChange = (before: readonly string[], after: readonly string[]): LineChange => ({
  removed: before.filter(line => !after.includes(line)),
  added: after.filter(line => !before.includes(line)),
})

/** Changes of one part under one another. */
export const byPart = ({ changed }: RuleDifference): [part: string, changes: RuleDifference['changed']][] => {
  const parts = new Map<string, RuleDifference['changed']>()
  for (const change of changed) parts.set(change.part, [...(parts.get(change.part) ?? []), change])
  return [...parts]
}
