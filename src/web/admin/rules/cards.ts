import type { RunCardSetEdit } from '../../../admin-api/contract/index.ts'
import { withOptional } from './with-optional.ts'

export type Card = RunCardSetEdit['cards'][number]
export type SupportRow = Card['support'][number]
export type RaiseRow = NonNullable<Card['raise']>[number]
export type LeadRow = NonNullable<Card['leadWhen']>[number]

/** A type that nobody described yet. */
export const blankCard = (code: string): Card => ({
  code,
  name: { id: '', en: '' },
  priority: 2,
  lead: null,
  restricted: false,
  support: [],
})

/** Puts the card in the place of the one with that code, or behind all others. */
export const withCard = (set: RunCardSetEdit, code: string, card: Card): RunCardSetEdit => ({
  ...set,
  cards: set.cards.some(one => one.code === code)
    ? set.cards.map(one => (one.code === code ? card : one))
    : [...set.cards, card],
})

export const withoutCard = (set: RunCardSetEdit, code: string): RunCardSetEdit => ({
  ...set,
  cards: set.cards.filter(card => card.code !== code),
})

/** Whom to ask in the place of this agency; nobody: it stands in no list. */
export const withSubstitutes = (set: RunCardSetEdit, agency: string, others: string[]): RunCardSetEdit => ({
  ...set,
  substitutes: withOptional(set.substitutes, agency, others.length === 0 ? null : others),
})

const blank = (text: string): boolean => text.trim() === ''

const isUnfinished = ({ name, support, raise = [], leadWhen = [] }: Card): boolean =>
  blank(name.id) ||
  blank(name.en) ||
  support.some(({ agency }) => blank(agency)) ||
  raise.some(({ when }) => blank(when)) ||
  leadWhen.some(({ lead, when }) => blank(lead) || blank(when))

/** Parts in which something is still to be chosen: nothing that the server could judge. */
export const unfinishedCards = ({ cards, forEveryType }: RunCardSetEdit): string[] => [
  ...cards.filter(isUnfinished).map(({ code }) => `cards.${code}`),
  ...(forEveryType.some(({ agency }) => blank(agency)) ? ['forEveryType'] : []),
]
