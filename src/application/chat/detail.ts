import type { Assignment } from '../../dispatch/incident/assignment.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import { type Answer, known } from '../../dispatch/incident/intake.ts'
import { isActive, isAnswered } from '../../dispatch/incident/standing.ts'
import type { Actor, TextRef } from '../../dispatch/vocabulary.ts'
import type { PressOutcome } from '../application.ts'
import type { ApplicationDeps } from '../context.ts'
import { parseReporter } from '../desk/intake-change.ts'
import { refused, refusedWhenOver } from './press-outcome.ts'

/** How many of our messages the detail repeats. */
const messagesShown = 3

/**
 * "Lihat detail": contact and facts for whoever took the job, shown to the presser only, as often as needed while the
 * incident is open; each view is logged.
 */
export const createDetail = ({ stores, serviceClock }: ApplicationDeps) => {
  /** What 112 wrote to this group and the group must not read: the newest first. */
  const messagesTo = async (incident: string, assignment: string, texts: ReadonlyMap<TextRef, string>) => {
    const { records } = await stores.talk.page(incident, { limit: 50 })
    const sent = records.filter(record => record.direction === 'out' && record.to.includes(assignment))
    const written = sent.flatMap(record => ('to' in record && record.text ? (texts.get(record.text) ?? []) : []))
    return written.slice(0, messagesShown).join('\n')
  }

  return async (incident: Incident, assignment: Assignment, by: Actor): Promise<PressOutcome> => {
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
      about: assignment.id,
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
        messages: incident.restricted ? await messagesTo(incident.id, assignment.id, texts) : '',
      },
    }
  }
}

export type Detail = ReturnType<typeof createDetail>
