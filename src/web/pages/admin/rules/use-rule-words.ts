import { useMemo } from 'react'
import { ruleWords } from '../../../admin/rules/rule-words.ts'
import type { RuleContents, RuleKind } from '../../../api/rules.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

interface Named {
  name: { id: string; en: string }
}

const namedIn = (content: RuleContents[RuleKind]): [string, Named][] =>
  'cards' in content ? content.cards.map(card => [card.code, card]) : content.clocks.map(clock => [clock.id, clock])

/** The words for rules in the chosen language; parts have their names from these contents, the last one first. */
export const useRuleWords = (...contents: RuleContents[RuleKind][]) => {
  const { t, lang } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the contents are the dependencies, one by one
  return useMemo(
    () => ruleWords(t, lang, new Map(contents.flatMap(namedIn).map(([code, { name }]) => [code, name[lang]]))),
    [t, lang, ...contents],
  )
}
