import {
  empty,
  recordAction,
  recordDecline,
  recordReport,
  returnReport,
  undoStep,
  withReason,
} from '../contract/inputs.ts'
import type { Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { incidentCommand } from './incident-command.ts'
import { ofAssignment } from './parameters.ts'

const assignment = 'assignments/{assignment}'

/** What is recorded for an agency, and what is decided about it. */
export const assignmentRoutes = ({ application }: Services): Route[] => {
  const command = incidentCommand(application)
  return [
    command({
      path: `${assignment}/actions`,
      name: 'recordAction',
      summary: 'Radio or phone: what the agency does, with its true time',
      right: 'recordForAgency',
      params: ofAssignment,
      body: recordAction,
      send: (commands, from, at, body) => commands.recordAction(from, at.incident, at.assignment, body),
    }),
    command({
      path: `${assignment}/decline`,
      name: 'recordDecline',
      summary: 'Radio or phone: the agency cannot come',
      right: 'recordForAgency',
      params: ofAssignment,
      body: recordDecline,
      send: (commands, from, at, body) => commands.recordDecline(from, at.incident, at.assignment, body),
    }),
    command({
      path: `${assignment}/report`,
      name: 'recordReport',
      summary: "Radio or phone: the agency's report",
      right: 'recordForAgency',
      params: ofAssignment,
      body: recordReport,
      send: (commands, from, at, body) => commands.recordReport(from, at.incident, at.assignment, body),
    }),
    command({
      path: `${assignment}/undo`,
      name: 'undoStep',
      summary: 'Takes the last step back',
      right: 'recordForAgency',
      params: ofAssignment,
      body: undoStep,
      send: (commands, from, at, body) => commands.undo(from, at.incident, at.assignment, body.seq),
    }),
    command({
      path: `${assignment}/report/accept`,
      name: 'acceptReport',
      summary: 'Accepts the report',
      right: 'judgeReports',
      params: ofAssignment,
      body: empty,
      send: (commands, from, at) => commands.acceptReport(from, at.incident, at.assignment),
    }),
    command({
      path: `${assignment}/report/return`,
      name: 'returnReport',
      summary: 'Returns the report with a remark',
      right: 'judgeReports',
      params: ofAssignment,
      body: returnReport,
      send: (commands, from, at, body) => commands.returnReport(from, at.incident, at.assignment, body.remark),
    }),
    command({
      path: `${assignment}/report/waive`,
      name: 'waiveReport',
      summary: 'Goes without the report',
      right: 'judgeReports',
      params: ofAssignment,
      body: withReason,
      send: (commands, from, at, body) => commands.waiveReport(from, at.incident, at.assignment, body.reason),
    }),
    command({
      path: `${assignment}/stand-down`,
      name: 'standDown',
      summary: 'The agency is not needed any more',
      right: 'dispatchAgencies',
      params: ofAssignment,
      body: withReason,
      send: (commands, from, at, body) => commands.standDown(from, at.incident, at.assignment, body.reason),
    }),
  ]
}
