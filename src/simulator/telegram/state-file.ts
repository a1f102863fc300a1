import { keepWorld, readStored, readWorld } from '../shared/state-file.ts'
import type { StoredFile } from './files.ts'
import type { Sim } from './sim.ts'
import type { UpdateQueueState } from './updates.ts'
import type { WebhookTarget } from './webhook.ts'
import type { Counters, SimChat, SimMessage, SimUser } from './world/state.ts'

const SCHEMA = 1

type SavedChat = Omit<SimChat, 'members' | 'banned' | 'messages'> & {
  readonly members: readonly number[]
  readonly banned: readonly number[]
  readonly messages: readonly SimMessage[]
}

interface Saved {
  readonly schema: number
  /** Written by an orderly stop: no number given out is missing. */
  readonly clean: boolean
  readonly seq: number
  readonly counters: Counters
  readonly updates: UpdateQueueState
  readonly webhook: WebhookTarget | null
  readonly commands: Sim['bot']['commands']
  readonly users: readonly SimUser[]
  readonly chats: readonly SavedChat[]
  readonly files: readonly Omit<StoredFile, 'bytes'>[]
}

export interface RestoredState {
  readonly seq: number
  readonly updates: UpdateQueueState
  restore(sim: Sim): void
}

/** Numbers that may have been given out after the last saving of a stand-in that was killed. */
const GAP = { message: 50, update: 500, query: 500, seq: 5_000, other: 50 } as const

/** Reads a saved world; undefined when there is none. @throws Error when the file is not one of ours */
export async function readState(path: string): Promise<RestoredState | undefined> {
  const saved = await readWorld<Saved>(path, SCHEMA)
  if (saved === undefined) return undefined
  const bytes = await Promise.all(saved.files.map(file => readStored(path, file.uniqueId)))
  const gap = (size: number): number => (saved.clean ? 0 : size)
  return {
    seq: saved.seq + gap(GAP.seq),
    updates: { ...saved.updates, nextId: saved.updates.nextId + gap(GAP.update) },
    restore(sim) {
      const { counters } = sim.world
      counters.account = saved.counters.account + gap(GAP.message)
      counters.user = saved.counters.user + gap(GAP.other)
      counters.chat = saved.counters.chat + gap(GAP.other)
      counters.file = saved.counters.file + gap(GAP.other)
      counters.query = saved.counters.query + gap(GAP.query)
      for (const user of saved.users) sim.world.users.set(user.id, user)
      for (const chat of saved.chats) sim.world.chats.set(chat.id, restoredChat(chat, gap(GAP.message)))
      saved.files.forEach((file, index) => {
        sim.files.restore({ ...file, bytes: bytes[index] ?? Buffer.alloc(0) })
      })
      sim.bot.commands = saved.commands
      if (saved.webhook) sim.webhook.set(saved.webhook)
    },
  }
}

/** Saves the world some time after each change; `close` saves the last time. */
export const keepState = (sim: Sim, path: string): { close(): Promise<void> } =>
  keepWorld({
    path,
    changes: [changed => sim.journal.listen(changed), changed => sim.updates.watch(changed)],
    files: () => sim.files.all(),
    nameOf: file => file.uniqueId,
    snapshot: (files, clean) => snapshot(sim, files, clean),
  })

function snapshot(sim: Sim, files: readonly StoredFile[], clean: boolean): Saved {
  return {
    schema: SCHEMA,
    clean,
    seq: sim.journal.seq,
    counters: sim.world.counters,
    updates: sim.updates.state(),
    webhook: sim.webhook.target ?? null,
    commands: sim.bot.commands,
    users: [...sim.world.users.values()],
    chats: [...sim.world.chats.values()].map(chat => ({
      ...chat,
      members: [...chat.members],
      banned: [...chat.banned],
      messages: [...chat.messages.values()],
    })),
    files: files.map(({ bytes: _bytes, ...file }) => file),
  }
}

function restoredChat(chat: SavedChat, gap: number): SimChat {
  return {
    ...chat,
    lastMessageId: chat.type === 'supergroup' ? chat.lastMessageId + gap : chat.lastMessageId,
    members: new Set(chat.members),
    banned: new Set(chat.banned),
    messages: new Map(chat.messages.map(record => [record.message.message_id, record])),
  }
}
