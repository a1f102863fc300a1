import { randomUUID } from 'node:crypto'
import type { Audience, ChatStore } from '../../application/ports/chats.ts'
import { system } from '../../dispatch/vocabulary.ts'
import type { WhatsAppDriver } from '../../simulator/whatsapp/index.ts'
import { standardCentres } from './seed-centres.ts'

/** Agencies whose training groups are on WhatsApp where it is switched on: helpers, and one that takes patients. */
export const whatsAppAgencies: readonly string[] = ['PMI', 'SATPOLPP', 'DISHUB', 'DINSOS']

/** The one among them whose duty officer and commander have private chats. */
const agencyWithContacts = 'PMI'
const contactTitles = { dutyOfficer: 'Piket', agencyCommander: 'Komandan' } as const

/** A chat that training starts with: its label finds it again in the stand-in after a restart. */
interface SeededChat {
  label: string
  title: string
  audience: Audience
  /** a group has several; the private chat is that of its one */
  people: string[]
}

const chatsOf = (centre: string): SeededChat[] => [
  ...whatsAppAgencies.map(agency => ({
    label: `${centre}/${agency}`,
    title: `${agency} ${centre} (gladi)`,
    audience: { kind: 'agency', agency } as const,
    people: [`Regu 1 ${agency} ${centre}`, `Regu 2 ${agency} ${centre}`],
  })),
  ...(['dutyOfficer', 'agencyCommander'] as const).map(duty => {
    const name = `${contactTitles[duty]} ${agencyWithContacts} ${centre}`
    return {
      label: `${centre}/${agencyWithContacts}/${duty}`,
      title: name,
      audience: { kind: 'contact', agency: agencyWithContacts, duty } as const,
      people: [name],
    }
  }),
]

/** Makes their chats and people in the stand-in of WhatsApp and pairs them; what is there already stays as it is. */
export const seedWhatsApp = async (driver: WhatsAppDriver, chats: ChatStore, now: number): Promise<void> => {
  const people = new Map((await driver.people()).map(({ name, pn }) => [name, pn]))
  const existing = await driver.chats()

  /** @returns the phone id */
  const person = async (name: string): Promise<string> => people.get(name) ?? (await driver.createPerson({ name })).pn

  /** @returns the chat as we address it: a private one by the number of its person */
  const addressOf = async ({ label, title, audience, people: members }: SeededChat): Promise<string> => {
    const known = existing.find(({ labels }) => labels.includes(label))
    const ids = await Promise.all(members.map(person))
    if (audience.kind === 'agency') return (known ?? (await driver.createGroup({ title, members, labels: [label] }))).id
    if (!known) await driver.addLabel((await driver.privateChat(title)).id, label)
    return ids[0] ?? ''
  }

  for (const { code: centre } of standardCentres) {
    for (const seeded of chatsOf(centre)) {
      const chat = await addressOf(seeded)
      if (await chats.byAddress('whatsapp', { chat })) continue
      await chats.bind({
        id: randomUUID(),
        centre,
        channel: 'whatsapp',
        address: { chat },
        title: seeded.title,
        audience: seeded.audience,
        pairedAt: now,
        pairedBy: system,
        health: { status: 'ok' },
      })
    }
  }
}
