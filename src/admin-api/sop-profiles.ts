import { cilegon } from '../dispatch/profiles/cilegon.ts'
import type { SopProfile } from '../dispatch/profiles/profile.ts'
import { semarang } from '../dispatch/profiles/semarang.ts'
import type { Handling } from '../dispatch/vocabulary.ts'

const profiles: readonly SopProfile[] = [semarang, cilegon]

export const profileIds: readonly string[] = profiles.map(profile => profile.id)

/** How a centre with this SOP profile handles incidents; profiles are checked when a centre is saved. */
export const handlingOf = (profile: string): Handling =>
  profiles.find(({ id }) => id === profile)?.handling ?? 'operator-owns'
