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
import { assignmentCommand } from './incident-command.ts'

/** What is recorded for an agency, and what is decided about it. */
export const assignmentRoutes = ({ application }: Services): Route[] => {
  const command = assignmentCommand(application)
  return [
    command({
      path: 'actions',
      name: 'recordAction',
      summary: 'Radio or phone: what the agency does, with its true time',
      right: 'recordForAgency',
      body: recordAction,
      send: (commands, from, incident, assignment, body) => commands.recordAction(from, incident, assignment, body),
    }),
    command({
      path: 'decline',
      name: 'recordDecline',
      summary: 'Radio or phone: the agency cannot come',
      right: 'recordForAgency',
      body: recordDecline,
      send: (commands, from, incident, assignment, body) => commands.recordDecline(from, incident, assignment, body),
    }),
    command({
      path: 'report',
      name: 'recordReport',
      summary: "Radio or phone: the agency's report",
      right: 'recordForAgency',
      body: recordReport,
      send: (commands, from, incident, assignment, body) => commands.recordReport(from, incident, assignment, body),
    }),
    command({
      path: 'undo',
      name: 'undoStep',
      summary: 'Takes the last step back',
      right: 'recordForAgency',
      body: undoStep,
      send: (commands, from, incident, assignment, body) => commands.undo(from, incident, assignment, body.seq),
    }),
    command({
      path: 'report/accept',
      name: 'acceptReport',
      summary: 'Accepts the report',
      right: 'judgeReports',
      body: empty,
      send: (commands, from, incident, assignment) => commands.acceptReport(from, incident, assignment),
    }),
    command({
      path: 'report/return',
      name: 'returnReport',
      summary: 'Returns the report with a remark',
      right: 'judgeReports',
      body: returnReport,
      send: (commands, from, incident, assignment, body) =>
        commands.returnReport(from, incident, assignment, body.remark),
    }),
    command({
      path: 'report/waive',
      name: 'waiveReport',
      summary: 'Goes without the report',
      right: 'judgeReports',
      body: withReason,
      send: (commands, from, incident, assignment, body) =>
        commands.waiveReport(from, incident, assignment, body.reason),
    }),
    command({
      path: 'stand-down',
      name: 'standDown',
      summary: 'The agency is not needed any more',
      right: 'dispatchAgencies',
      body: withReason,
      send: (commands, from, incident, assignment, body) => commands.standDown(from, incident, assignment, body.reason),
    }),
  ]
}
