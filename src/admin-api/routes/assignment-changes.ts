import { changeDuty, correctStep, markUnit, nameUnits } from '../contract/assignments.ts'
import { withReason } from '../contract/inputs.ts'
import type { Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { assignmentCommand } from './incident-command.ts'

/** Units of an agency, steps put right, and what it is asked to do. */
export const assignmentChangeRoutes = ({ application }: Services): Route[] => {
  const command = assignmentCommand(application)
  return [
    command({
      path: 'units',
      name: 'nameUnits',
      summary: 'The units that the agency has on the incident now, all of them',
      right: 'recordForAgency',
      body: nameUnits,
      send: (commands, from, incident, assignment, body) => commands.nameUnits(from, incident, assignment, body.units),
    }),
    command({
      path: 'units/marks',
      name: 'markUnit',
      summary: 'Radio or phone: one unit set out, arrived or is done',
      right: 'recordForAgency',
      body: markUnit,
      send: (commands, from, incident, assignment, body) => commands.markUnit(from, incident, assignment, body),
    }),
    command({
      path: 'corrections',
      name: 'correctStep',
      summary: 'Puts a recorded step right, with a reason; the original is kept',
      right: 'recordForAgency',
      body: correctStep,
      send: (commands, from, incident, assignment, body) => commands.correctStep(from, incident, assignment, body),
    }),
    command({
      path: 'report/withdraw-judgement',
      name: 'withdrawJudgement',
      summary: 'The report was accepted or waived too soon: it waits again',
      right: 'judgeReports',
      body: withReason,
      send: (commands, from, incident, assignment, body) =>
        commands.withdrawJudgement(from, incident, assignment, body.reason),
    }),
    command({
      path: 'duty',
      name: 'changeDuty',
      summary: 'An informed agency is to act, or one that acts need only know: a new card, a new assignment',
      right: 'dispatchAgencies',
      body: changeDuty,
      send: (commands, from, incident, assignment, body) => commands.changeDuty(from, incident, assignment, body.duty),
    }),
  ]
}
