import { cilegon } from '../../dispatch/profiles/cilegon.ts'
import type { SopProfile } from '../../dispatch/profiles/profile.ts'
import { semarang } from '../../dispatch/profiles/semarang.ts'
import type { Handling } from '../../dispatch/vocabulary.ts'

/** The standards that the product ships: a centre's own versions start from one of them. */
const standards: readonly SopProfile[] = [semarang, cilegon]

export const profileIds: readonly string[] = standards.map(({ id }) => id)

/** The shipped standard of this id. @throws when no profile has it */
export const standardProfile = (id: string): SopProfile => {
  const profile = standards.find(candidate => candidate.id === id)
  if (!profile) throw new Error(`no SOP profile is called ${id}`)
  return profile
}

/** How a centre with this profile handles incidents; no edit of a profile changes it. @throws when no profile has that id */
export const handlingOf = (profile: string): Handling => standardProfile(profile).handling
