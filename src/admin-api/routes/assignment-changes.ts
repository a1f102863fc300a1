import { changeDuty, correctStep, markUnit, nameUnits } from '../contract/assignments.ts'
import { withReason } from '../contract/inputs.ts'
import type { Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { incidentCommand } from './incident-command.ts'
import { ofAssignment } from './parameters.ts'

const assignment = 'assignments/{assignment}'

/** Units of an agency, steps put right, and what it is asked to do. */
export const assignmentChangeRoutes = ({ application }: Services): Route[] => {
  const command = incidentCommand(application)
  return [
    command({
      path: `${assignment}/units`,
      name: 'nameUnits',
      summary: 'The units that the agency has on the incident now, all of them',
      right: 'recordForAgency',
      params: ofAssignment,
      body: nameUnits,
      send: (commands, from, at, body) => commands.nameUnits(from, at.incident, at.assignment, body.units),
    }),
    command({
      path: `${assignment}/units/marks`,
      name: 'markUnit',
      summary: 'Radio or phone: one unit set out, arrived or is done',
      right: 'recordForAgency',
      params: ofAssignment,
      body: markUnit,
      send: (commands, from, at, body) => commands.markUnit(from, at.incident, at.assignment, body),
    }),
    command({
      path: `${assignment}/corrections`,
      name: 'correctStep',
      summary: 'Puts a recorded step right, with a reason; the original is kept',
      right: 'recordForAgency',
      params: ofAssignment,
      body: correctStep,
      send: (commands, from, at, body) => commands.correctStep(from, at.incident, at.assignment, body),
    }),
    command({
      path: `${assignment}/report/withdraw-judgement`,
      name: 'withdrawJudgement',
      summary: 'The report was accepted or waived too soon: it waits again',
      right: 'judgeReports',
      params: ofAssignment,
      body: withReason,
      send: (commands, from, at, body) => commands.withdrawJudgement(from, at.incident, at.assignment, body.reason),
    }),
    command({
      path: `${assignment}/duty`,
      name: 'changeDuty',
      summary: 'An informed agency is to act, or one that acts need only know: a new card, a new assignment',
      right: 'dispatchAgencies',
      params: ofAssignment,
      body: changeDuty,
      send: (commands, from, at, body) => commands.changeDuty(from, at.incident, at.assignment, body.duty),
    }),
  ]
}
