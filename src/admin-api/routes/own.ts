import { Refused } from '../http/refused.ts'
import { isCallOf, isIncidentOf } from '../record-ids.ts'

// Another centre's record is answered like none at all: nobody learns that it exists.

/** @throws Refused `notFound` when the call is not the centre's */
export const requireOwnCall = (centre: string, call: string): void => {
  if (!isCallOf(centre, call)) throw new Refused('notFound')
}

/** @throws Refused `notFound` when the incident is not the centre's */
export const requireOwnIncident = (centre: string, incident: string): void => {
  if (!isIncidentOf(centre, incident)) throw new Refused('notFound')
}
