import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { LifecycleCommands } from '../commands/lifecycle.ts'
import type { IncidentView } from '../views.ts'

/** How the desk sends a command, and one that refers to words. */
export interface Run {
  run(from: Sender, id: string, command: IncidentCommand): Promise<Outcome<IncidentView>>
  runWithText(
    from: Sender,
    id: string,
    kind: string,
    text: string,
    command: (ref: TextRef) => IncidentCommand,
  ): Promise<Outcome<IncidentView>>
}

export const createLifecycleCommands = ({ run, runWithText }: Run): LifecycleCommands => ({
  setPriority: (from, id, priority) => run(from, id, { type: 'SetPriority', priority }),
  reopen: (from, id) => run(from, id, { type: 'ReopenIncident' }),
  startLongOperation: (from, id) => run(from, id, { type: 'StartLongOperation' }),
  endLongOperation: (from, id) => run(from, id, { type: 'EndLongOperation' }),
  recordSitrep: (from, id, assignment, { text, ...heard }) =>
    runWithText(from, id, 'sitrep', text, ref => ({ type: 'RecordSitrep', assignment, text: ref, ...heard })),
})
