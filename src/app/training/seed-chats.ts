import { randomUUID } from 'node:crypto'
import type { Audience, ChatStore } from '../../application/ports/chats.ts'
import { system } from '../../dispatch/vocabulary.ts'
import type { TelegramDriver } from '../../simulator/telegram/index.ts'
import { standardAgencies, standardCentres } from './seed-centres.ts'
import { trainingPosts } from './seed-posts.ts'

/** A chat that training starts with: its label finds it again in the stand-in after a restart. */
interface SeededChat {
  label: string
  title: string
  audience: Audience
  /** first names of the people in it; a private chat has one */
  people: string[]
  kind: 'group' | 'private'
}

/** Agencies whose duty officer and commander have private chats in training. */
const agenciesWithContacts = ['DAMKAR', 'DINKES']

const chatsOf = (centre: string): SeededChat[] => [
  ...standardAgencies.map(
    ({ code }): SeededChat => ({
      label: `${centre}/${code}`,
      title: `${code} ${centre} (gladi)`,
      audience: { kind: 'agency', agency: code },
      people: [`Regu 1 ${code} ${centre}`, `Regu 2 ${code} ${centre}`],
      kind: 'group',
    }),
  ),
  {
    label: `${centre}/SUPERVISOR`,
    title: `Supervisor 112 ${centre} (gladi)`,
    audience: { kind: 'supervisorsChat' },
    people: [`Supervisor ${centre}`],
    kind: 'group',
  },
  {
    label: `${centre}/SUPERVISOR/pribadi`,
    title: `Supervisor ${centre}`,
    audience: { kind: 'user', user: 'gladi-supervisor' },
    people: [`Supervisor ${centre}`],
    kind: 'private',
  },
  ...trainingPosts
    .filter(post => post.centre === centre)
    .map(
      ({ agency, code, name }): SeededChat => ({
        label: `${centre}/${agency}/pos/${code}`,
        title: `${agency} ${name} ${centre} (gladi)`,
        audience: { kind: 'agency', agency, post: code },
        people: [`Regu ${agency} ${name}`],
        kind: 'group',
      }),
    ),
  ...agenciesWithContacts.flatMap((agency): SeededChat[] => [
    contact(centre, agency, 'dutyOfficer', 'Piket'),
    contact(centre, agency, 'agencyCommander', 'Komandan'),
  ]),
]

const contact = (
  centre: string,
  agency: string,
  duty: 'dutyOfficer' | 'agencyCommander',
  title: string,
): SeededChat => ({
  label: `${centre}/${agency}/${duty}`,
  title: `${title} ${agency} ${centre}`,
  audience: { kind: 'contact', agency, duty },
  people: [`${title} ${agency} ${centre}`],
  kind: 'private',
})

/**
 * Makes the groups and people of a training city in the stand-in and pairs them, so that a first start can dispatch at
 * once. What is there already stays as it is.
 */
export const seedChats = async (
  driver: TelegramDriver,
  chats: ChatStore,
  now: number,
  /** agencies whose groups are on another channel: none is made for them here */
  elsewhere: readonly string[] = [],
): Promise<void> => {
  const existing = await driver.chats()
  const users = new Map((await driver.users()).map(user => [user.name, user.id]))
  const person = async (firstName: string): Promise<number> => {
    const known = users.get(firstName)
    if (known !== undefined) return known
    const { id } = await driver.createUser({ firstName })
    users.set(firstName, id)
    return id
  }

  const make = async ({ label, title, people, kind }: SeededChat): Promise<number> => {
    const members = await Promise.all(people.map(person))
    if (kind === 'group') return (await driver.createChat({ title, members, labels: [label] })).id
    const { chat } = await driver.start(members[0] ?? 0)
    await driver.addLabel(chat.id, label)
    return chat.id
  }

  for (const { code: centre } of standardCentres) {
    for (const seeded of chatsOf(centre)) {
      const { audience } = seeded
      if (audience.kind === 'agency' && elsewhere.includes(audience.agency)) continue
      const found = existing.find(({ labels, deleted }) => !deleted && labels.includes(seeded.label))
      const address = { chat: String(found?.id ?? (await make(seeded))) }
      if (await chats.byAddress('telegram', address)) continue
      await chats.bind({
        id: randomUUID(),
        centre,
        channel: 'telegram',
        address,
        title: seeded.title,
        audience: seeded.audience,
        pairedAt: now,
        pairedBy: system,
        health: { status: 'ok' },
      })
    }
  }
}
