import { cilegon } from '../dispatch/profiles/cilegon.ts'
import type { SopProfile } from '../dispatch/profiles/profile.ts'
import { semarang } from '../dispatch/profiles/semarang.ts'
import type { RunCard } from '../dispatch/run-cards/run-card.ts'
import { standardRunCards } from '../dispatch/run-cards/standard-run-cards.ts'
import type { Handling } from '../dispatch/vocabulary.ts'

/** The profile of a centre that names none. */
export const defaultProfile = semarang.id

const profiles: readonly SopProfile[] = [semarang, cilegon]
const cardsByCode = new Map(standardRunCards.map(card => [card.code, card]))

export const profileIds: readonly string[] = profiles.map(({ id }) => id)

/** How a centre with this profile handles incidents. @throws when no profile has that id */
export const handlingOf = (profile: string): Handling => profileById(profile).handling

/** The profile that a centre starts new incidents with; its version is then pinned to them. */
export const profileById = (id: string): SopProfile => {
  const profile = profiles.find(candidate => candidate.id === id)
  if (!profile) throw new Error(`no SOP profile is called ${id}`)
  return profile
}

/** The very version that an incident or call was opened with. */
export const pinnedProfile = (pinned: { id: string; version: number }): SopProfile => {
  const profile = profiles.find(({ id, version }) => id === pinned.id && version === pinned.version)
  if (!profile) throw new Error(`no SOP profile ${pinned.id} has version ${pinned.version}`)
  return profile
}

export const runCard = (code: string): RunCard | undefined => cardsByCode.get(code)

export const runCards = (): readonly RunCard[] => standardRunCards
