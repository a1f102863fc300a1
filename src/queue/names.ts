import type { ChannelName } from '../application/ports/channel.ts'

/** The queues. Each holds wake-ups only: what is to be done stands in the database. */
export const queueNames = {
  /** chats that have something to send */
  deliveries: 'deliveries',
  /** chats that have updates to work */
  inbox: 'inbox',
  /** the same two for WhatsApp, whose session lives in one process: only that one takes them */
  deliveriesWhatsApp: 'deliveries-whatsapp',
  inboxWhatsApp: 'inbox-whatsapp',
  /** aggregates whose effects become deliveries */
  relay: 'relay',
  /** whatever waits for a time: deadlines of aggregates, chats that must pause */
  due: 'due',
} as const

export type QueueName = keyof typeof queueNames

/** Channels that one process alone serves, and the queues that it takes. */
export const servedQueues = {
  whatsapp: { deliveries: 'deliveriesWhatsApp', inbox: 'inboxWhatsApp' },
} as const satisfies Partial<Record<ChannelName, Record<'deliveries' | 'inbox', QueueName>>>
export type ServedChannel = keyof typeof servedQueues

export const isServed = (channel: ChannelName): channel is ServedChannel => channel in servedQueues

/** The queues that every worker takes. */
export const commonQueues = ['deliveries', 'inbox', 'relay', 'due'] as const satisfies QueueName[]

/** Before every key of ours in Redis; the braces keep them on one node of a cluster, which scripts need. */
export const keyPrefix = '{tanggap}'
