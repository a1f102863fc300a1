import type { SopProfile } from '../../dispatch/profiles/profile.ts'
import type { RunCard } from '../../dispatch/run-cards/run-card.ts'
import { cardsByCode, type RunCardSet, standardRunCardSet } from '../../dispatch/run-cards/run-card-set.ts'
import { system } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps } from '../context.ts'
import type { Centre } from '../ports/administration.ts'
import type { RuleKind, RuleVersion, RuleVersionHead } from '../ports/rules.ts'
import { standardProfile } from './standards.ts'

/** Which versions a call or an incident was opened with. */
export interface PinnedRules {
  centre: string
  profile: { id: string; version: number }
  /** absent in calls, and in incidents of the time before centres had run cards of their own */
  runCards?: number
}

/** The rules that one call or incident goes by, for as long as it lives. */
export interface CentreRules {
  profile: SopProfile
  runCards: RunCardSet
  runCard(code: string): RunCard | undefined
}

/** The version of the cards in incidents that name none. */
export const firstVersion = 1

/** More versions than are in use at once; the oldest is read again when it is asked for. */
const keptVersions = 400

export type RuleBook = ReturnType<typeof createRuleBook>

/**
 * The centres' rules. A version never changes once it is stored, so what was read is kept in memory; which one is the
 * latest is asked anew each time. A centre without versions of its own gets the shipped standards as its first.
 */
export const createRuleBook = ({
  stores,
  serviceClock,
  log,
}: Pick<ApplicationDeps, 'stores' | 'serviceClock' | 'log'>) => {
  const kept = new Map<string, CentreRules>()

  const keep = (key: string, rules: CentreRules): CentreRules => {
    kept.set(key, rules)
    const [oldest] = kept.keys()
    if (kept.size > keptVersions && oldest !== undefined) kept.delete(oldest)
    return rules
  }

  /**
   * The rules of a call or an incident. A version that cannot be found must not silence the incident: it goes on by
   * the shipped standard, and the log says so.
   */
  const of = async ({
    centre,
    profile: pinned,
    runCards: cardsVersion = firstVersion,
  }: PinnedRules): Promise<CentreRules> => {
    const key = `${centre}/${pinned.id}/${pinned.version}/${cardsVersion}`
    const known = kept.get(key)
    if (known) return known
    const [profile, cards] = await Promise.all([
      stores.rules.version(centre, 'profile', pinned.version),
      stores.rules.version(centre, 'runCards', cardsVersion),
    ])
    const ownProfile = profile?.content.id === pinned.id ? profile.content : null
    const missing = [...(ownProfile ? [] : [pinned.version]), ...(cards ? [] : [cardsVersion])]
    if (missing.some(version => version !== firstVersion)) {
      log.error({ centre, ...pinned, cardsVersion }, 'pinned rules were not found; the shipped standard holds')
    }
    const rules = rulesFrom(ownProfile ?? standardProfile(pinned.id), cards?.content ?? standardRunCardSet)
    return missing.length ? rules : keep(key, rules)
  }

  const shipped = (centre: string, kind: RuleKind, standard: string, version: number): RuleVersion => ({
    centre,
    kind,
    version,
    standard,
    at: serviceClock.now(),
    by: system,
    why: '',
    basedOn: null,
    parts: { added: [], removed: [], changed: [] },
    commandId: `shipped:${centre}:${kind}:${version}`,
    content: kind === 'profile' ? { ...standardProfile(standard), version } : standardRunCardSet,
  })

  /**
   * The newest version. Where there is none, or the centre has gone over to another standard, the shipped one becomes
   * the next version here: whoever asks first does it.
   */
  const newest = async (centre: string, kind: RuleKind, standard: string): Promise<RuleVersionHead> => {
    const [head] = await stores.rules.heads(centre, kind, { limit: 1 })
    if (head?.standard === standard) return head
    const { content: _, ...next } = await added(shipped(centre, kind, standard, (head?.version ?? 0) + 1))
    return next
  }

  /** Two who add the same number at once find the one that was first. */
  const added = async (version: RuleVersion): Promise<RuleVersion> => {
    if (await stores.rules.add(version)) return version
    const first = await stores.rules.version(version.centre, version.kind, version.version)
    if (!first) throw new Error(`rules ${version.centre} ${version.kind} ${version.version} are neither new nor there`)
    return first
  }

  const newestRunCards = (centre: string) => newest(centre, 'runCards', 'runCards')

  return {
    of,
    /** The newest version of the centre's rules of this kind, without its content. */
    latest: ({ code, profile }: Pick<Centre, 'code' | 'profile'>, kind: RuleKind): Promise<RuleVersionHead> =>
      kind === 'profile' ? newest(code, kind, profile) : newestRunCards(code),
    /** What a call that opens now is pinned to. */
    profileToPin: async (centre: Pick<Centre, 'code' | 'profile'>): Promise<{ id: string; version: number }> => {
      const { standard, version } = await newest(centre.code, 'profile', centre.profile)
      return { id: standard, version }
    },
    /** The cards that an incident is pinned to which opens now. */
    runCardsToPin: async (centre: string): Promise<number> => (await newestRunCards(centre)).version,
    /** The centre's cards in this version, or its newest; null when it has no such version. */
    runCards: async (centre: string, version?: number): Promise<readonly RunCard[] | null> => {
      const wanted = version ?? (await newestRunCards(centre)).version
      const found = await stores.rules.version(centre, 'runCards', wanted)
      return found?.content.cards ?? (wanted === firstVersion ? standardRunCardSet.cards : null)
    },
  }
}

const rulesFrom = (profile: SopProfile, runCards: RunCardSet): CentreRules => {
  const cards = cardsByCode(runCards)
  return { profile, runCards, runCard: code => cards.get(code) }
}

/** For what has no centre yet. */
export const shippedRules: CentreRules = rulesFrom(standardProfile('semarang'), standardRunCardSet)
