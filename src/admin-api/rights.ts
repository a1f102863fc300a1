import type { Role } from '../application/ports/administration.ts'
import type { Handling } from '../dispatch/vocabulary.ts'

/**
 * Who may do what. operatorOwns: only in centres where the operator dispatches (Semarang); where a dispatcher takes
 * incidents over (Cilegon), the operator's part ends with the submitted intake.
 */
type Grant = 'always' | 'operatorOwns' | 'never'

const everybody = { operator: 'always', dispatcher: 'always', supervisor: 'always', administrator: 'always' } as const
const theRoom = { operator: 'always', dispatcher: 'always', supervisor: 'always', administrator: 'never' } as const
const theOwner = { ...theRoom, operator: 'operatorOwns' } as const

export const rights = {
  readService: everybody,
  answerCalls: theRoom,
  enterPastCalls: theRoom,
  fillIntake: theRoom,
  /** what was heard on the radio or by phone, help asked for, phone tasks */
  recordForAgency: theRoom,
  cancelIncident: theRoom,
  /** messages to the groups of an incident */
  writeToGroups: theRoom,
  takeIncident: theOwner,
  dispatchAgencies: theOwner,
  judgeReports: theOwner,
  closeIncident: theOwner,
  /** whoever has the incident: re-opening it, long operations, its priority */
  leadIncident: theOwner,
  /** who of the crews looked at a caller's contact */
  seeViews: { operator: 'never', dispatcher: 'never', supervisor: 'always', administrator: 'always' },
  /** serah terima: giving incidents to the next shift */
  handOver: theRoom,
  keepDutyList: { operator: 'never', dispatcher: 'never', supervisor: 'always', administrator: 'always' },
  /** drill messages that ask agencies to answer */
  testChannels: { operator: 'never', dispatcher: 'never', supervisor: 'always', administrator: 'always' },
  /** figures of the centre and of every agency, and their export */
  seeFigures: { operator: 'never', dispatcher: 'always', supervisor: 'always', administrator: 'always' },
  takeEscalation: { operator: 'never', dispatcher: 'never', supervisor: 'always', administrator: 'never' },
  administer: { operator: 'never', dispatcher: 'never', supervisor: 'never', administrator: 'always' },
} as const satisfies Record<string, Record<Role, Grant>>
export type Right = keyof typeof rights

/** Whether the role has the right in a centre that handles incidents this way. */
export const hasRight = (role: Role, right: Right, handling: Handling): boolean => {
  const grant: Grant = rights[right][role]
  return grant === 'always' || (grant === 'operatorOwns' && handling === 'operator-owns')
}

/** Whether the role only takes the calls here: its part ends where a dispatcher takes over. */
export const isCallTaker = (role: Role, handling: Handling): boolean => !hasRight(role, 'leadIncident', handling)

/** Whether the user belongs to the centre; an administrator without centres has all. */
export const belongsTo = (user: { role: Role; centres: readonly string[] }, centre: string): boolean =>
  user.centres.includes(centre) || isGlobalAdministrator(user)

export const isGlobalAdministrator = (user: { role: Role; centres: readonly string[] }): boolean =>
  user.role === 'administrator' && user.centres.length === 0
