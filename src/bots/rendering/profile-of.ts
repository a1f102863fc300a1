import { cilegon } from '../../dispatch/profiles/cilegon.ts'
import type { SopProfile } from '../../dispatch/profiles/profile.ts'
import { semarang } from '../../dispatch/profiles/semarang.ts'

const profiles = [semarang, cilegon]

/** The service standard that is pinned to a call or incident. @throws when this build does not know it */
export const profileOf = ({ id, version }: { id: string; version: number }): SopProfile => {
  const profile = profiles.find(known => known.id === id && known.version === version)
  if (!profile) throw new Error(`unknown service standard ${id} version ${version}`)
  return profile
}
