import { isSame } from '../../dispatch/rules/difference.ts'
import { isError, type RuleProblem } from '../../dispatch/rules/problem.ts'
import type { Sender } from '../application.ts'
import type { RuleAdministration, RuleCommands, RuleOutcome } from '../commands/rules.ts'
import type { DepsWithRules } from '../context.ts'
import type { Centre } from '../ports/administration.ts'
import type { RuleContents, RuleKind, RuleVersion } from '../ports/rules.ts'
import { ruleDesks } from './rule-kinds.ts'

/** The longest reason for a change of rules, in UTF-16 units. */
export const longestWhy = 500

/** Administrators' work on run cards and profiles: look, try, change, take back. Versions are only ever added. */
export const createRuleAdministration = (deps: DepsWithRules): RuleAdministration => ({
  runCards: administer(deps, 'runCards'),
  profile: administer(deps, 'profile'),
})

/** A content to store, and the one whose agencies count as named before. */
interface Wanted<Kind extends RuleKind> {
  content: RuleContents[Kind]
  named: RuleContents[Kind]
}

const administer = <Kind extends RuleKind>(
  { stores, serviceClock, rules }: DepsWithRules,
  kind: Kind,
): RuleCommands<Kind> => {
  const desk = ruleDesks[kind]

  const versionOf = async (centre: string, version: number): Promise<RuleVersion<Kind>> => {
    const found = await stores.rules.version(centre, kind, version)
    if (!found) throw new Error(`rules ${centre} ${kind} ${version} are gone`)
    return found
  }
  const latest = async (centre: Centre) => versionOf(centre.code, (await rules.latest(centre, kind)).version)
  const agenciesOf = async (centre: Centre) =>
    new Set((await stores.directory.agencies(centre.code)).map(({ code }) => code))

  /** Stores the content as the version after `before`, unless somebody else was faster. */
  const store = async (
    { commandId, by }: Sender,
    before: RuleVersion<Kind>,
    content: RuleContents[Kind],
    why: string,
    problems: RuleProblem[],
  ): Promise<RuleOutcome<Kind>> => {
    if (problems.some(isError)) return refused('rulesInvalid', { count: problems.filter(isError).length }, problems)
    const { added, removed, changed } = desk.difference(before.content, content)
    if (isSame({ added, removed, changed })) return { ok: true, value: { version: before, problems } }
    const version: RuleVersion<Kind> = {
      centre: before.centre,
      kind,
      version: before.version + 1,
      standard: before.standard,
      at: serviceClock.now(),
      by,
      why: why.trim(),
      basedOn: before.version,
      parts: { added, removed, changed: [...new Set(changed.map(({ part }) => part))] },
      commandId,
      content,
    }
    if (!(await stores.rules.add(version))) return overtaken(before.version + 1, commandId, before.centre)
    return { ok: true, value: { version, problems } }
  }

  /** A version stands there already: the sender's own, come a second time, or somebody else's. */
  const overtaken = async (version: number, commandId: string, centre: string): Promise<RuleOutcome<Kind>> => {
    const stored = await stores.rules.version(centre, kind, version)
    if (stored?.commandId === commandId) return { ok: true, value: { version: stored, problems: [] } }
    const [newest] = await stores.rules.heads(centre, kind, { limit: 1 })
    const by = newest && newest.by.kind !== 'system' ? newest.by.name : ''
    return refused('ruleChangedMeanwhile', { by, version: newest?.version ?? version })
  }

  const write = async (
    from: Sender,
    centre: Centre,
    { basedOn, why }: { basedOn: number; why: string },
    contentOf: (before: RuleVersion<Kind>) => Promise<Wanted<Kind> | 'notFound' | 'otherStandard'>,
  ): Promise<RuleOutcome<Kind>> => {
    if (why.trim() === '') return refused('reasonMissing', {})
    const before = await latest(centre)
    if (before.version !== basedOn) return overtaken(basedOn + 1, from.commandId, centre.code)
    const wanted = await contentOf(before)
    if (wanted === 'notFound' || wanted === 'otherStandard') return refused(wanted, { what: 'version' })
    const problems = desk.check(wanted.content, wanted.named, await agenciesOf(centre))
    return store(from, before, wanted.content, why, problems)
  }

  return {
    latest,
    history: async (centre, query) => {
      await rules.latest(centre, kind)
      return stores.rules.heads(centre.code, kind, query)
    },
    version: async (centre, number) => {
      await rules.latest(centre, kind)
      const version = await stores.rules.version(centre.code, kind, number)
      if (!version) return null
      const before = number > 1 ? await versionOf(centre.code, number - 1) : version
      return { version, difference: desk.difference(before.content, version.content) }
    },
    preview: async (centre, edit) => {
      const before = await latest(centre)
      const content = desk.complete(edit, before.content, before.version + 1)
      const problems = desk.check(content, before.content, await agenciesOf(centre))
      const none = { proposals: [], limits: [] }
      return {
        basedOn: before.version,
        difference: desk.difference(before.content, content),
        problems,
        // what is wrong proposes nothing that means anything
        ...(problems.some(isError) ? none : desk.effects(before.content, content)),
      }
    },
    change: (from, centre, { edit, ...input }) =>
      write(from, centre, input, async before => ({
        content: desk.complete(edit, before.content, before.version + 1),
        named: before.content,
      })),
    revert: (from, centre, { to, ...input }) =>
      write(from, centre, input, async before => {
        const older = await stores.rules.version(centre.code, kind, to)
        if (!older) return 'notFound'
        if (older.standard !== before.standard) return 'otherStandard'
        return { content: desk.complete(older.content, before.content, before.version + 1), named: older.content }
      }),
  }
}

const refused = (
  code: 'rulesInvalid' | 'ruleChangedMeanwhile' | 'reasonMissing' | 'notFound' | 'otherStandard',
  params: Record<string, string | number>,
  problems: RuleProblem[] = [],
) => ({ ok: false, refusal: { code, params }, problems }) as const
