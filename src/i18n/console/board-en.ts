import type { boardId } from './board-id.ts'

export const boardEn: typeof boardId = {
  board: {
    title: 'Open incidents',
    calls: 'Calls under way',
    empty: 'No open incidents.',
    emptyHint: 'A new incident appears here as soon as a call is classified as normal.',
    noType: 'Type not known yet',
    noPlace: 'Place not known yet',
    attention: count => (count === 1 ? '1 needs attention' : `${count} need attention`),
    phoneTasks: count => (count === 1 ? '1 phone task' : `${count} phone tasks`),
    unknownNumber: 'Number not noted yet',
    show: count => `Board (${count})`,
    openIncident: number => `Open incident ${number}`,
    openCall: who => `Open call ${who}`,
  },
  priority: { 1: 'Life at risk', 2: 'Urgent', 3: 'Can wait', 4: 'Not an emergency' },
  priorityLabel: (priority, word) => `Priority ${priority}: ${word}`,
  incidentStatus: {
    intake: 'Intake',
    submitted: 'Ready to send',
    taken: 'Taken by dispatcher',
    dispatched: 'Under way',
    closing: 'Closing',
    closed: 'Closed',
    archived: 'Archived',
    cancelled: 'Cancelled',
    merged: 'Merged',
    handedOver: 'Handed over',
  },
  idle: {
    title: 'Ready for calls',
    hint: 'The phone rings? Press N or F2: time counts from that press.',
    choose: 'Or choose an incident on the board to the left.',
  },
}
