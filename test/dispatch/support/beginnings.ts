import type { PlannedAgency } from '../../../src/dispatch/incident/incident.ts'
import type { IntakeChange } from '../../../src/dispatch/incident/intake.ts'
import { proposeAgencies } from '../../../src/dispatch/run-cards/propose-agencies.ts'
import { rulesForEveryType } from '../../../src/dispatch/run-cards/standard-rules.ts'
import type { Fact } from '../../../src/dispatch/vocabulary.ts'
import { operator, supervisor } from './people.ts'
import { type Beginning, runCard, type Story } from './story.ts'
import { ms, start } from './time.ts'

/** How stories begin; each takes the incident a step further, in the time that the standard gives. */

/** The call was classified as normal after 20 s: its incident is open. */
export const opened: Beginning = story => {
  story.now = start + ms('20s')
  story.tell({
    type: 'OpenIncident',
    incidentId: 'INC',
    centre: 'SMG',
    number: 'SMG-260105-001',
    profile: { id: story.profile.id, version: story.profile.version },
    handling: story.profile.handling,
    call: 'CALL',
    callOpenedAt: start,
    classifiedAt: story.now,
  })
}

export const houseFire: IntakeChange = {
  reporter: { known: 'text:reporter' },
  type: { known: 'KBK-BGN' },
  location: { known: 'text:location' },
  address: { known: 'text:address' },
  condition: { known: 'text:condition' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 1 } },
  hazards: ['fire'],
}

/** A minor rescue: priority 3. */
export const catOnRoof: IntakeChange = { ...houseFire, type: { known: 'RSC' }, victims: { known: {} }, hazards: [] }

export const answered =
  (change: IntakeChange = houseFire): Beginning =>
  story => {
    opened(story)
    story.tell({ type: 'AnswerIntake', change })
  }

export const submitted =
  (change: IntakeChange = houseFire): Beginning =>
  story => {
    answered(change)(story)
    story.forward('100s').tell({ type: 'SubmitIntake' })
    if (story.profile.handling === 'dispatcher-handoff') story.forward('20s').tell({ type: 'TakeIncident' }, supervisor)
  }

export const plan = (
  agency: string,
  role: PlannedAgency['role'] = 'support',
  duty: PlannedAgency['duty'] = 'act',
): PlannedAgency => ({ agency, role, duty, transports: agency === 'DINKES' || agency === 'PMI' })

/** What the run card ticks, as a plan. */
export const tickedPlan = (type: string, facts: readonly Fact[] = []): PlannedAgency[] => {
  const card = runCard(type)
  if (!card) throw new Error(`no run card ${type}`)
  return proposeAgencies(card, new Set(facts), rulesForEveryType)
    .agencies.filter(({ mode }) => mode === 'alert')
    .map(({ agency, role, duty }) => plan(agency, role, duty))
}

/** DAMKAR leads; PLN and DINKES act, DINKES transports; POLRES is informed. */
export const firePlan: PlannedAgency[] = [
  plan('DAMKAR', 'lead'),
  plan('PLN'),
  plan('POLRES', 'support', 'inform'),
  plan('DINKES'),
]

/** The alert left; nobody is known to be reached. */
export const alerting =
  (agencies: PlannedAgency[] = firePlan, change: IntakeChange = houseFire): Beginning =>
  story => {
    submitted(change)(story)
    story.tell({ type: 'DispatchIncident', agencies }, operator)
  }

/** Every agency's alert is confirmed after 5 s. */
export const notified =
  (agencies: PlannedAgency[] = firePlan, change: IntakeChange = houseFire): Beginning =>
  story => {
    alerting(agencies, change)(story)
    story.forward('5s').deliver(...agencies.map(({ agency }) => agency))
    story.sent()
  }

/** One agency leads, alone. */
export const lone = (agency = 'DAMKAR', change: IntakeChange = houseFire): Beginning =>
  notified([plan(agency, 'lead')], change)

/** The lead set out a moment after the alert: S4b is the only limit that runs. */
export const onTheWay =
  (change = houseFire): Beginning =>
  story => {
    lone('DAMKAR', change)(story)
    story.press('DAMKAR', 'depart')
    story.sent()
  }

/** Its report is in and accepted: the closing can begin. */
export const settled: Beginning = (story: Story) => {
  lone()(story)
  story.finish('DAMKAR')
  story.sent()
}
