import type { IncidentView, IntakeAnswers } from '../../admin-api/contract/index.ts'
import type { WebTexts } from '../../i18n/web-id.ts'
import type { PlanRow } from './plan.ts'

interface Plan {
  incident: Pick<IncidentView, 'type' | 'allowed' | 'handling'>
  rows: readonly PlanRow[]
  /** whoever looks at it dispatches */
  owns: boolean
  /** answers that the server does not have yet: what it proposes and allows is about to change */
  unsaved: IntakeAnswers
}

/** Why the plan cannot be sent now, as a sentence; null when it can. */
export const whatHoldsDispatch = ({ incident, rows, owns, unsaved }: Plan, t: WebTexts): string | null => {
  if (!owns) return t.dispatch.dispatcherSends
  // what is shown belongs to the type before
  if (unsaved.type !== undefined) return t.dispatch.preparing
  if (incident.type === null) return t.dispatch.notReady
  if (Object.keys(unsaved).length === 0 && !incident.allowed.includes('dispatch')) {
    if (incident.allowed.includes('take')) return t.dispatch.takeFirst
    return incident.handling === 'dispatcher-handoff' ? t.dispatch.intakeFirst : t.dispatch.needsPlace
  }
  if (rows.length === 0) return t.dispatch.noProposal
  return rows.some(row => row.lead) ? null : t.dispatch.noLead
}
