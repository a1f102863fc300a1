import type { RuleContents, RuleKind } from '../../api/rules.ts'
import { same } from '../rebase.ts'

/** A rule content taken apart, as it is changed and compared: a card, a clock, a ladder each. */
export type Parts = Record<string, unknown>

interface Split<Content> {
  partsOf(content: Content): Parts
  /** the inverse: the content that has these parts, in their order */
  contentOf(parts: Parts): Content
}

const named = <Item>(prefix: string, items: readonly Item[], nameOf: (item: Item) => string): [string, Item][] =>
  items.map(item => [`${prefix}${nameOf(item)}`, item])

const under = <Item>(prefix: string, parts: Parts): Item[] =>
  Object.entries(parts)
    .filter(([name]) => name.startsWith(prefix))
    .map(([, item]) => item as Item)

type Cards = RuleContents['run-cards']
type Profile = RuleContents['profile']

export const splits: { [Kind in RuleKind]: Split<RuleContents[Kind]> } = {
  'run-cards': {
    partsOf: ({ cards, forEveryType, substitutes }) => ({
      ...Object.fromEntries(named('cards.', cards, ({ code }) => code)),
      forEveryType,
      substitutes,
    }),
    contentOf: parts => ({
      cards: under<Cards['cards'][number]>('cards.', parts),
      forEveryType: parts.forEveryType as Cards['forEveryType'],
      substitutes: parts.substitutes as Cards['substitutes'],
    }),
  },
  profile: {
    partsOf: ({ clocks, ladders }) => ({
      ...Object.fromEntries(named('clocks.', clocks, ({ id }) => id)),
      'ladders.desk': ladders.desk,
      'ladders.response.urgent': ladders.response.urgent,
      'ladders.response.routine': ladders.response.routine,
      'ladders.report': ladders.report,
      'ladders.figure': ladders.figure,
    }),
    contentOf: parts => {
      const ladder = (name: string) => parts[`ladders.${name}`] as Profile['ladders']['desk']
      return {
        clocks: under<Profile['clocks'][number]>('clocks.', parts),
        ladders: {
          desk: ladder('desk'),
          response: { urgent: ladder('response.urgent'), routine: ladder('response.routine') },
          report: ladder('report'),
          figure: ladder('figure'),
        },
      }
    },
  },
}

/** The parts that were added, taken away or changed. */
export const changedParts = (before: Parts, after: Parts): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => !same(before[name], after[name]))
