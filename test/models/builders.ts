import type { Saving } from '../../src/application/ports/aggregate-store.ts'
import type { PairedChat } from '../../src/application/ports/chats.ts'
import type { Card, Delivery, DeliveryContent } from '../../src/application/ports/deliveries.ts'
import type { Call } from '../../src/dispatch/call/call.ts'
import type { CallEffect, CallEvent } from '../../src/dispatch/call/messages.ts'
import { system } from '../../src/dispatch/vocabulary.ts'

export const t0 = Date.UTC(2026, 2, 14, 9)

export const call = (id: string, change: Partial<Call> = {}): Call => ({
  id,
  centre: 'SMG',
  profile: { id: 'semarang', version: 1 },
  operator: system,
  phase: { status: 'open' },
  openedAt: t0,
  fired: [],
  lastSeq: 0,
  lastChangeAt: t0,
  ...change,
})

export const saving = (
  id: string,
  change: Partial<Saving<Call, CallEvent, CallEffect>> = {},
): Saving<Call, CallEvent, CallEffect> => ({
  id,
  expected: null,
  state: call(id),
  index: { centre: 'SMG', status: 'open', nextDueAt: null, openedAt: t0 },
  events: [],
  effects: [],
  commandId: `open-${id}`,
  ...change,
})

export const ended = (seq: number, commandId: string) => ({
  type: 'CallEnded' as const,
  seq,
  at: t0,
  recordedAt: t0,
  by: system,
  commandId,
})

export const deskPing = (id: string) => ({ kind: 'deskPing' as const, clock: 'S1', rung: 'r1', id })

export const alert = (incident = 'i'): DeliveryContent => ({
  kind: 'alert',
  incident,
  assignment: `${incident}/DAMKAR`,
})

export const delivery = (id: string, change: Partial<Delivery> = {}): Delivery => ({
  id,
  chat: 'chat',
  lane: 0,
  content: alert(),
  status: 'queued',
  attempt: 0,
  doubtful: false,
  notBefore: 0,
  createdAt: t0,
  ...change,
})

export const card = (id: string, change: Partial<Card> = {}): Card => ({
  id,
  incident: 'i',
  assignment: 'i/DAMKAR',
  chat: 'chat',
  token: `token-${id}`,
  wanted: 1,
  shown: 1,
  messageIds: [],
  refreshAt: null,
  notBefore: 0,
  ...change,
})

export const chat = (id: string, change: Partial<PairedChat> = {}): PairedChat => ({
  id,
  centre: 'SMG',
  channel: 'telegram',
  address: { chat: '-100' },
  title: 'Damkar <Semarang> & *regu*',
  audience: { kind: 'agency', agency: 'DAMKAR' },
  pairedAt: t0,
  pairedBy: { kind: 'member', chat: '-100', id: '7', name: 'Regu A' },
  health: { status: 'ok' },
  ...change,
})
