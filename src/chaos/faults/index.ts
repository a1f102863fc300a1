import { clockFaults } from './clock.ts'
import type { Fault } from './fault.ts'
import { platformFaults } from './platform.ts'
import { roleFaults } from './roles.ts'
import { storeFaults } from './stores.ts'
import { updateFaults } from './updates.ts'
import { whatsAppFaults } from './whatsapp.ts'

/** Every kind of fault. A new one is one row here and nothing else. */
export const faults = {
  ...roleFaults,
  ...storeFaults,
  ...platformFaults,
  ...updateFaults,
  ...whatsAppFaults,
  ...clockFaults,
} as const satisfies Record<string, Fault>

export type FaultKind = keyof typeof faults
export const faultKinds = Object.keys(faults) as FaultKind[]
/** The same with what every row has. */
export const faultOf = (kind: FaultKind): Fault => faults[kind]
