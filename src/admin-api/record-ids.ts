import { createHash } from 'node:crypto'
import type { Sender } from '../application/application.ts'
import { incidentIdOf } from '../application/desk/next-incident.ts'

/**
 * Ids of calls begin with their centre, and ids of incidents follow from their call's: whose a record is can be told
 * before anything is read. All calls are opened here, so there are no others.
 */

/** A short name that follows from the command: a repeat finds what the first one made. */
export const idFromCommand = ({ commandId }: Pick<Sender, 'commandId'>): string =>
  createHash('sha256').update(commandId).digest('base64url').slice(0, 22)

export const callIdFor = (centre: string, from: Pick<Sender, 'commandId'>): string => `${centre}-${idFromCommand(from)}`

export const isCallOf = (centre: string, call: string): boolean => call.startsWith(`${centre}-`)

export const isIncidentOf = (centre: string, incident: string): boolean =>
  incident.startsWith(incidentIdOf(`${centre}-`))
