import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Conflict, rebase, same } from '../../../admin/rebase.ts'
import { changedParts, splits } from '../../../admin/rules/parts.ts'
import { keys } from '../../../api/keys.ts'
import { historyPageSize, type RuleContents, type RuleKind, type RuleVersion, rulesApi } from '../../../api/rules.ts'
import { useSigned } from '../../../hooks/use-centre.tsx'

export const useRulesApi = <Kind extends RuleKind>(kind: Kind) => {
  const { code } = useSigned().centre
  return useMemo(() => rulesApi(code, kind), [code, kind])
}

export const useLatestRules = <Kind extends RuleKind>(kind: Kind) => {
  const { code } = useSigned().centre
  const api = useRulesApi(kind)
  return useQuery({ queryKey: keys.admin(code, 'rules', kind), queryFn: api.latest })
}

export const useRuleHistory = (kind: RuleKind) => {
  const { code } = useSigned().centre
  const api = useRulesApi(kind)
  return useInfiniteQuery({
    queryKey: keys.admin(code, 'rules', kind, 'history'),
    queryFn: ({ pageParam }) => api.history(pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: page => (page.length < historyPageSize ? null : (page.at(-1)?.version ?? null)),
  })
}

/** What a content would bring; asked anew each time it is looked at. */
export const useRulePreview = <Kind extends RuleKind>(kind: Kind, content: RuleContents[Kind]) => {
  const { code } = useSigned().centre
  const api = useRulesApi(kind)
  return useQuery({
    queryKey: ['rule-preview', code, kind, JSON.stringify(content)],
    queryFn: () => api.preview(content),
    gcTime: 0,
    staleTime: 0,
  })
}

interface Kept<Content> {
  basedOn: number
  /** what was in force when the draft was begun */
  base: Content
  content: Content
}

const readKept = <Content>(name: string): Kept<Content> | null =>
  JSON.parse(localStorage.getItem(name) ?? 'null') as Kept<Content> | null

/** A draft of a centre's rules: kept in this browser until it is saved or discarded, whatever else is looked at. */
export const useRuleDraft = <Kind extends RuleKind>(kind: Kind, latest: RuleVersion<Kind>) => {
  type Content = RuleContents[Kind]
  const storageName = `tanggap.rules.${useSigned().centre.code}.${kind}`
  const { partsOf, contentOf } = splits[kind]
  const [kept, setKept] = useState(() => readKept<Content>(storageName))
  const [conflicts, setConflicts] = useState<Conflict[]>([])

  const keep = (next: Kept<Content> | null): void => {
    // what is as it was is no draft
    const draft = next && same(next.base, next.content) ? null : next
    if (draft) localStorage.setItem(storageName, JSON.stringify(draft))
    else localStorage.removeItem(storageName)
    setKept(draft)
  }
  const { basedOn, base, content } = kept ?? {
    basedOn: latest.version,
    base: latest.content as Content,
    content: latest.content as Content,
  }
  const set = (next: Content): void => keep({ basedOn, base, content: next })

  return {
    basedOn,
    base,
    content,
    set,
    changed: changedParts(partsOf(base), partsOf(content)),
    behind: basedOn < latest.version,
    conflicts,
    settle: (name: string, value: unknown): void => {
      const { [name]: _, ...rest } = partsOf(content)
      set(contentOf(value === undefined ? rest : { ...partsOf(content), [name]: value }))
      setConflicts(before => before.filter(conflict => conflict.name !== name))
    },
    discard: (): void => {
      keep(null)
      setConflicts([])
    },
    /** brings the draft over to the version in force; what both changed is named */
    carryOver: (): void => {
      const now = latest.content as Content
      const { parts, conflicts: both } = rebase(partsOf(base), partsOf(content), partsOf(now))
      keep({ basedOn: latest.version, base: now, content: contentOf(parts) })
      setConflicts(both)
    },
  }
}
export type RuleDraft<Kind extends RuleKind> = ReturnType<typeof useRuleDraft<Kind>>

/** One version with what it changed: it never changes again. */
export const useRuleVersion = <Kind extends RuleKind>(kind: Kind, version: number) => {
  const { code } = useSigned().centre
  const api = useRulesApi(kind)
  return useQuery({
    queryKey: keys.admin(code, 'rules', kind, String(version)),
    queryFn: () => api.version(version),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
