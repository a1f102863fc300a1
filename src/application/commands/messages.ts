import type { Outcome, Sender } from '../application.ts'
import type { IncidentView } from '../views.ts'

/** What the control room writes to the groups of an incident. */
export interface MessageCommands {
  /** words, the incident's point, or both; without assignments to every agency that works on the incident */
  sendMessage(
    from: Sender,
    incident: string,
    message: { text?: string; venue?: boolean; urgent?: boolean; assignments?: string[] },
  ): Promise<Outcome<IncidentView>>
}
