import { z } from 'zod'
import { chosenAgency, intakeAnswers, openCall, recordAnswer, referCall } from './inputs.ts'
import { callClass, freeText, reportOutcome } from './words.ts'

/** A call that was taken on paper while the system was away; times that the paper lacks are left out. */

const at = z.int().meta({ description: 'True service time, ms since 1970 UTC' })
const known = at.exactOptional()

const pastAgency = chosenAgency
  .extend({
    alert: z
      .boolean()
      .exactOptional()
      .meta({ description: 'The agency is still to be alerted: its card goes out now' }),
    toldAt: known,
    acknowledgedAt: known,
    onSceneAt: known,
    clearedAt: known,
    report: z.strictObject({ outcome: reportOutcome, text: freeText, at }).exactOptional(),
  })
  .meta({ id: 'PastAgency' })

export const backEntry = openCall
  .extend({
    callClass,
    openedAt: at,
    classifiedAt: at,
    endedAt: known,
    answer: recordAnswer.omit({ entry: true }).meta({ id: 'PastAnswer' }).exactOptional(),
    referral: referCall.exactOptional(),
    incident: z
      .strictObject({
        intake: intakeAnswers.exactOptional(),
        submittedAt: known,
        takenAt: known,
        dispatchedAt: known,
        finishedAt: known,
        agencies: z.array(pastAgency).max(50).exactOptional(),
      })
      .exactOptional(),
  })
  .meta({ id: 'BackEntry' })
