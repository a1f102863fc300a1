import { z } from 'zod'

/** Path parameters. Ids are taken as they come: what does not exist is not found. */
export const id = z.string().min(1).max(160)
export const ofCentre = z.strictObject({ centre: id })
export const ofCall = z.strictObject({ centre: id, call: id })
export const ofIncident = z.strictObject({ centre: id, incident: id })
export const ofAssignment = z.strictObject({ centre: id, incident: id, assignment: id })
export const ofUser = z.strictObject({ user: id })
