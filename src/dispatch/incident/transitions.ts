import type { AgencyAction, Assignment, AssignmentStatus } from './assignment.ts'

/**
 * The buttons of each state (DESIGN, "Assignment"). What is accepted is wider (`legalFrom`): a crew that forgot a
 * button may press the later one, and operators record what they heard on the radio.
 */
export const buttonsByStatus = {
  alerting: ['acknowledge', 'depart', 'decline'],
  notified: ['acknowledge', 'depart', 'decline'],
  received: [],
  acknowledged: ['depart', 'arrive', 'requestBackup', 'clear', 'handBack'],
  enRoute: ['arrive', 'obstacle', 'requestBackup', 'notFound', 'handBack'],
  onScene: ['clear', 'transport', 'obstacle', 'requestBackup', 'notFound'],
  transporting: ['arriveHospital'],
  cleared: ['report'],
  reported: [],
  reportAccepted: [],
  reportWaived: [],
  declined: [],
  handedBack: [],
  stoodDown: [],
} as const satisfies Record<AssignmentStatus, readonly AgencyAction[]>

const unanswered = ['alerting', 'notified'] as const
const beforeScene = [...unanswered, 'acknowledged', 'enRoute'] as const

/** From which states an action is taken; an action that keeps the state has no `to`. */
export const transitions = {
  acknowledge: { from: unanswered, to: 'acknowledged' },
  decline: { from: unanswered, to: 'declined' },
  depart: { from: [...unanswered, 'acknowledged'], to: 'enRoute' },
  arrive: { from: beforeScene, to: 'onScene' },
  obstacle: { from: ['acknowledged', 'enRoute', 'onScene', 'transporting'] },
  requestBackup: { from: ['acknowledged', 'enRoute', 'onScene', 'transporting'] },
  transport: { from: [...beforeScene, 'onScene'], to: 'transporting' },
  arriveHospital: { from: [...beforeScene, 'onScene', 'transporting'], to: 'cleared' },
  clear: { from: [...beforeScene, 'onScene', 'transporting'], to: 'cleared' },
  notFound: { from: [...beforeScene, 'onScene'], to: 'cleared' },
  handBack: { from: ['acknowledged', 'enRoute', 'onScene'], to: 'handedBack' },
  report: { from: ['cleared'], to: 'reported' },
  receive: { from: unanswered, to: 'received' },
} as const satisfies Record<AgencyAction, { from: readonly AssignmentStatus[]; to?: AssignmentStatus }>

/** The state that an action leads to; undefined for those that keep the state. */
export const targetOf = (action: AgencyAction): AssignmentStatus | undefined => {
  const transition = transitions[action]
  return 'to' in transition ? transition.to : undefined
}

/** Actions that ask once more before they count (a thumb slips easily in a moving car). */
export const confirmedActions: readonly AgencyAction[] = ['clear', 'notFound', 'handBack']

/** How long a change shows Urungkan, in milliseconds of service time. */
export const undoWindowMs = 120_000

/** The buttons that an agency sees now, in the order in which a crew needs them. */
export const buttonsOf = (assignment: Assignment): AgencyAction[] => {
  const { status } = assignment.standing
  if (assignment.duty === 'inform') return status === 'alerting' || status === 'notified' ? ['receive'] : []
  return buttonsByStatus[status].filter(action => action !== 'transport' || assignment.transports)
}

const toHospital: readonly AgencyAction[] = ['transport', 'arriveHospital']

/** Only agencies with ambulances bring patients to hospital. */
export const canCarry = ({ transports }: Pick<Assignment, 'transports'>, action: AgencyAction): boolean =>
  transports || !toHospital.includes(action)

/** Whether the action is taken in the assignment's present state. */
export const isLegal = (assignment: Assignment, action: AgencyAction): boolean => {
  if ((assignment.duty === 'inform') !== (action === 'receive')) return false
  const from: readonly AssignmentStatus[] = transitions[action].from
  return from.includes(assignment.standing.status)
}
