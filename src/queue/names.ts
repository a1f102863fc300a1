/** The queues. Each holds wake-ups only: what is to be done stands in the database. */
export const queueNames = {
  /** chats that have something to send */
  deliveries: 'deliveries',
  /** chats that have updates to work */
  inbox: 'inbox',
  /** aggregates whose effects become deliveries */
  relay: 'relay',
  /** whatever waits for a time: deadlines of aggregates, chats that must pause */
  due: 'due',
} as const

export type QueueName = keyof typeof queueNames

/** Before every key of ours in Redis; the braces keep them on one node of a cluster, which scripts need. */
export const keyPrefix = '{tanggap}'
