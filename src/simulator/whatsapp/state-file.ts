import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { StoredFile } from './files.ts'
import type { Sim } from './sim.ts'
import type { Counters, Phone, SimChat, SimMember, SimMessage, SimPerson } from './world/state.ts'

const SCHEMA = 1
/** Machine ms between a change and its saving; longer when the last saving took long. */
const SAVE_AFTER_MS = 200
const SAVE_SHARE = 20

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
  const text = await readIfThere(path)
  if (text === undefined) return undefined
  const saved: SavedState = JSON.parse(text)
  if (saved.schema !== SCHEMA) throw new Error(`${path} is not a saved world of this version (schema ${saved.schema})`)
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
  for (const file of saved.files) sim.files.add({ ...file, bytes: await readFile(storedAt(path, file.id)) })
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
export function keepState(sim: Sim, path: string): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> = Promise.resolve()
  let tookMs = 0
  const stored = new Set<string>()
  const save = (clean: boolean): Promise<void> => {
    saving = saving.then(async () => {
      const start = performance.now()
      await write(sim, path, clean, stored)
      tookMs = performance.now() - start
    })
    return saving
  }
  const later = (): void => {
    const wait = Math.max(SAVE_AFTER_MS, tookMs * SAVE_SHARE)
    timer ??= setTimeout(() => {
      timer = undefined
      void save(false)
    }, wait)
  }
  const stop = sim.journal.listen(later)
  return {
    async close() {
      stop()
      clearTimeout(timer)
      await save(true)
    },
  }
}

async function write(sim: Sim, path: string, clean: boolean, stored: Set<string>): Promise<void> {
  await mkdir(`${path}.files`, { recursive: true })
  const files = sim.files.all()
  for (const file of files) {
    if (stored.has(file.id)) continue
    await writeFile(storedAt(path, file.id), file.bytes)
    stored.add(file.id)
  }
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeFile(temporary, JSON.stringify(snapshot(sim, files, clean)))
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

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

const storedAt = (path: string, id: string): string => join(`${path}.files`, id)

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
