import type { Presser } from '../application.ts'

/** `/aktif`: what an agency is asked to do now. */
export interface ActiveCommands {
  /** lists the agency's open incidents and shows their cards anew; silence in a chat that is not paired */
  showActive(commandId: string, from: Presser, replyTo?: string): Promise<void>
}
