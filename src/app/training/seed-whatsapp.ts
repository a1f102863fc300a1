import { randomUUID } from 'node:crypto'
import type { ChatStore } from '../../application/ports/chats.ts'
import { system } from '../../dispatch/vocabulary.ts'
import type { WhatsAppDriver } from '../../simulator/whatsapp/index.ts'
import { standardCentres } from './seed-centres.ts'

/** Agencies whose training groups are on WhatsApp where it is switched on: helpers, and one that takes patients. */
export const whatsAppAgencies: readonly string[] = ['PMI', 'SATPOLPP', 'DISHUB', 'DINSOS']

/** Makes their groups and people in the stand-in of WhatsApp and pairs them; what is there already stays as it is. */
export const seedWhatsApp = async (driver: WhatsAppDriver, chats: ChatStore, now: number): Promise<void> => {
  const people = new Set((await driver.people()).map(({ name }) => name))
  const existing = await driver.chats()

  const group = async (centre: string, agency: string): Promise<{ id: string; title: string }> => {
    const label = `${centre}/${agency}`
    const known = existing.find(({ labels }) => labels.includes(label))
    if (known) return known
    const members = [`Regu 1 ${agency} ${centre}`, `Regu 2 ${agency} ${centre}`]
    for (const name of members) if (!people.has(name)) await driver.createPerson({ name })
    return driver.createGroup({ title: `${agency} ${centre} (gladi)`, members, labels: [label] })
  }

  for (const { code: centre } of standardCentres) {
    for (const agency of whatsAppAgencies) {
      const { id: chat, title } = await group(centre, agency)
      if (await chats.byAddress('whatsapp', { chat })) continue
      await chats.bind({
        id: randomUUID(),
        centre,
        channel: 'whatsapp',
        address: { chat },
        title,
        audience: { kind: 'agency', agency },
        pairedAt: now,
        pairedBy: system,
        health: { status: 'ok' },
      })
    }
  }
}
