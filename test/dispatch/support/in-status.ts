import type { AgencyAction, AssignmentStatus } from '../../../src/dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import { alerting, notified, plan } from './beginnings.ts'
import type { Story } from './story.ts'

/** A lead beside it keeps the incident under way, whatever the agency in question does. */
const withLead = (agency: string, duty: 'act' | 'inform' = 'act') => [
  plan('BASARNAS', 'lead'),
  plan(agency, 'support', duty),
]

type Path = (story: Story, agency: string) => void

const reach =
  (...actions: Exclude<AgencyAction, 'decline' | 'report'>[]): Path =>
  (story, agency) => {
    notified(withLead(agency))(story)
    for (const action of actions) story.press(agency, action)
  }

/** How an agency gets into each state, with every mark pressed on the way. */
const paths: Record<AssignmentStatus, Path> = {
  alerting: (story, agency) => alerting(withLead(agency))(story),
  notified: reach(),
  received: (story, agency) => {
    notified(withLead(agency, 'inform'))(story)
    story.press(agency, 'receive')
  },
  acknowledged: reach('acknowledge'),
  enRoute: reach('acknowledge', 'depart'),
  onScene: reach('acknowledge', 'depart', 'arrive'),
  transporting: reach('acknowledge', 'depart', 'arrive', 'transport'),
  cleared: reach('acknowledge', 'depart', 'arrive', 'clear'),
  reported: (story, agency) => {
    paths.cleared(story, agency)
    story.report(agency)
  },
  reportAccepted: (story, agency) => {
    paths.reported(story, agency)
    story.accept(agency)
  },
  reportWaived: (story, agency) => {
    paths.cleared(story, agency)
    story.tell({ type: 'WaiveReport', assignment: story.idOf(agency), reason: 'text:reason' })
  },
  declined: (story, agency) => {
    reach()(story, agency)
    story.decline(agency)
  },
  handedBack: reach('acknowledge', 'depart', 'handBack'),
  stoodDown: (story, agency) => {
    reach('acknowledge')(story, agency)
    story.standDown(agency)
  },
}

/** A story in which the agency stands there. */
export const inStatus = (status: AssignmentStatus, agency: string) => (story: Story) => {
  paths[status](story, agency)
  story.sent()
}

/** The command behind each action. */
export const commandFor = (assignment: string, action: AgencyAction): IncidentCommand => {
  switch (action) {
    case 'decline':
      return { type: 'DeclineAssignment', assignment, reason: 'noUnit' }
    case 'report':
      return { type: 'FileReport', assignment, outcome: 'handled', text: 'text:report', lines: {} }
    default:
      return { type: 'ActOnAssignment', assignment, action }
  }
}
