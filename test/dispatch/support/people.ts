import type { Actor } from '../../../src/dispatch/vocabulary.ts'

export const operator: Actor = { kind: 'user', id: 'u-1', name: 'Operator Satu' }
export const supervisor: Actor = { kind: 'user', id: 'u-2', name: 'Penyelia Dua' }
export const otherSupervisor: Actor = { kind: 'user', id: 'u-3', name: 'Penyelia Tiga' }

/** A crew member in the agency's group. */
export const member = (agency: string): Actor => ({
  kind: 'member',
  chat: `chat-${agency}`,
  id: `m-${agency}`,
  name: `Regu ${agency}`,
})
