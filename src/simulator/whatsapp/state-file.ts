import { keepWorld, readStored, readWorld } from '../shared/state-file.ts'
import type { StoredFile } from './files.ts'
import type { Sim } from './sim.ts'
import type { Counters, Phone, SimChat, SimMember, SimMessage, SimPerson } from './world/state.ts'

const SCHEMA = 1

/** Numbers that may have been given out after the last saving of a stand-in that was killed. */
const GAP = { seq: 5_000, number: 500 } as const

type SavedMessage = Omit<SimMessage, 'deliveredTo' | 'readBy' | 'reactions' | 'votes'> & {
  readonly deliveredTo: readonly Phone[]
  readonly readBy: readonly Phone[]
  readonly reactions: readonly (readonly [Phone, string])[]
  readonly votes: readonly (readonly [Phone, readonly number[]])[]
}

type SavedChat = Omit<SimChat, 'members' | 'former' | 'messages'> & {
  readonly members: readonly SimMember[]
  readonly former: readonly (readonly [Phone, number])[]
  readonly messages: readonly SavedMessage[]
}

export interface SavedState {
  readonly schema: number
  /** Written by an orderly stop: no number given out is missing. */
  readonly clean: boolean
  readonly seq: number
  readonly counters: Counters
  readonly people: readonly SimPerson[]
  readonly chats: readonly SavedChat[]
  readonly devices: readonly (readonly [token: string, phone: Phone])[]
  readonly files: readonly Omit<StoredFile, 'bytes'>[]
}

/** Reads a saved world; undefined when there is none. @throws Error when the file is not one of ours */
export async function readState(path: string): Promise<SavedState | undefined> {
  const saved = await readWorld<SavedState>(path, SCHEMA)
  if (saved === undefined) return undefined
  return saved.clean ? saved : { ...saved, seq: saved.seq + GAP.seq, counters: skipped(saved.counters) }
}

const skipped = (counters: Counters): Counters => ({
  person: counters.person + GAP.number,
  group: counters.group + GAP.number,
  message: counters.message + GAP.number,
  file: counters.file + GAP.number,
})

/** Puts a saved world into a stand-in that starts. */
export async function restore(sim: Sim, saved: SavedState, path: string): Promise<void> {
  Object.assign(sim.world.counters, saved.counters)
  for (const person of saved.people) sim.world.people.set(person.phone, person)
  for (const chat of saved.chats) sim.world.chats.set(chat.id, restoredChat(chat))
  for (const [token, phone] of saved.devices) sim.devices.restore(token, phone)
  for (const file of saved.files) sim.files.add({ ...file, bytes: await readStored(path, file.id) })
}

const restoredChat = (chat: SavedChat): SimChat => ({
  ...chat,
  members: new Map(chat.members.map(member => [member.phone, member])),
  former: new Map(chat.former),
  messages: new Map(chat.messages.map(message => [message.id, restoredMessage(message)])),
})

const restoredMessage = (message: SavedMessage): SimMessage => ({
  ...message,
  deliveredTo: new Set(message.deliveredTo),
  readBy: new Set(message.readBy),
  reactions: new Map(message.reactions),
  votes: new Map(message.votes),
})

/** Saves the world some time after each change; `close` saves the last time. */
export const keepState = (sim: Sim, path: string): { close(): Promise<void> } =>
  keepWorld({
    path,
    changes: [changed => sim.journal.listen(changed)],
    files: () => sim.files.all(),
    nameOf: file => file.id,
    snapshot: (files, clean) => snapshot(sim, files, clean),
  })

const snapshot = (sim: Sim, files: readonly StoredFile[], clean: boolean): SavedState => ({
  schema: SCHEMA,
  clean,
  seq: sim.journal.seq,
  counters: sim.world.counters,
  people: [...sim.world.people.values()],
  chats: [...sim.world.chats.values()].map(savedChat),
  devices: sim.devices.all(),
  files: files.map(({ bytes: _bytes, ...file }) => file),
})

const savedChat = (chat: SimChat): SavedChat => ({
  ...chat,
  members: [...chat.members.values()],
  former: [...chat.former],
  messages: [...chat.messages.values()].map(message => ({
    ...message,
    deliveredTo: [...message.deliveredTo],
    readBy: [...message.readBy],
    reactions: [...message.reactions],
    votes: [...message.votes],
  })),
})
