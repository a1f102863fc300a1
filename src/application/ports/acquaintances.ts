import type { ChannelName } from './channel.ts'

/** How long somebody who acted may be written to in private, machine ms: a month. */
export const acquaintedForMs = 30 * 24 * 3_600_000

/**
 * People who acted in a paired group: on a channel where a message to a stranger costs the number, they alone are written
 * to in private.
 */
export interface AcquaintanceStore {
  /** now is machine time */
  met(channel: ChannelName, person: string, machineNow: number): Promise<void>
  knows(channel: ChannelName, person: string): Promise<boolean>
  /** who acted since then, machine time */
  since(channel: ChannelName, machineThen: number): Promise<string[]>
}
