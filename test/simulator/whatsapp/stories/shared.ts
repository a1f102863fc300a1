import { afterAll, beforeAll } from 'vitest'
import type { Client } from 'whatsapp-web.js'
import { linked, type Rig, rig } from '../linked-client.ts'

/** One stand-in and one linked Chromium for all stories that leave them whole. */
export interface Shared {
  readonly at: Rig
  readonly client: Client
  /** The group `DAMKAR`: Budi, Sari and the linked account. */
  readonly group: string
}

export const BUDI = '62000111222333'
export const SARI = '62000111222444'

/** @returns what is shared, once the tests run */
export function sharedClient(): () => Shared {
  let shared: Shared | undefined
  beforeAll(async () => {
    const at = await rig()
    await at.driver.createPerson({ name: 'Budi', phone: BUDI })
    await at.driver.createPerson({ name: 'Sari', phone: SARI })
    const group = await at.driver.createGroup({ title: 'Damkar', members: ['Budi', 'Sari'], labels: ['DAMKAR'] })
    shared = { at, client: await linked(at), group: group.id }
  })
  afterAll(async () => {
    await shared?.at.close()
  })
  return () => {
    if (!shared) throw new Error('nothing is linked yet')
    return shared
  }
}
