import type { Assignment } from '../../dispatch/incident/assignment.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import { type Answer, known } from '../../dispatch/incident/intake.ts'
import { isActive, isAnswered } from '../../dispatch/incident/standing.ts'
import type { Actor, TextRef } from '../../dispatch/vocabulary.ts'
import type { PressOutcome } from '../application.ts'
import type { ApplicationDeps } from '../context.ts'
import { parseReporter } from '../desk/intake-change.ts'
import { refused, refusedWhenOver } from './press-outcome.ts'

/**
 * "Lihat detail": contact and facts for whoever took the job, shown to the presser only, as often as needed while the
 * incident is open; each view is logged.
 */
export const createDetail =
  ({ stores, serviceClock }: ApplicationDeps) =>
  async (incident: Incident, assignment: Assignment, by: Actor): Promise<PressOutcome> => {
    const over = refusedWhenOver(incident)
    if (over) return over
    if (assignment.duty !== 'act' || !isAnswered(assignment) || !isActive(assignment)) {
      return refused({ code: 'notYourAssignment', params: { agency: assignment.agency } })
    }
    const texts = await stores.texts.of(incident.id)
    const { name, phone } = parseReporter(texts.get(known(incident.intake.reporter) ?? ''))
    await stores.audit.add({
      at: serviceClock.now(),
      centre: incident.centre,
      by,
      what: 'detailSeen',
      subject: incident.id,
    })
    const words = (answer: Answer<TextRef> | undefined): string => texts.get(known(answer) ?? '') ?? ''
    const { condition, handlingSoFar, victims } = incident.intake
    const { standing } = assignment
    const remark = standing.status === 'cleared' && standing.returnedRemark
    return {
      kind: 'done',
      code: 'detail',
      params: {
        number: incident.number,
        remark: texts.get(remark || '') ?? '',
        name: name ?? '',
        phone: phone ?? '',
        condition: words(condition),
        handlingSoFar: words(handlingSoFar),
        ...known(victims),
      },
    }
  }

export type Detail = ReturnType<typeof createDetail>
