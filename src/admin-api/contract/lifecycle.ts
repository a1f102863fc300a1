import { z } from 'zod'
import { at } from './inputs.ts'
import { freeText, priority } from './words.ts'

/** Bodies of the commands on a whole incident after its dispatch. */

export const setPriority = z.strictObject({ priority }).meta({ id: 'SetPriority' })
export const recordSitrep = z.strictObject({ text: freeText, at }).meta({ id: 'RecordSitrep' })
