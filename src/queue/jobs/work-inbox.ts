import { z } from 'zod'
import { channelNames } from '../../application/ports/channel.ts'
import { defineJob } from './job.ts'

/** Work the updates of a chat. */
export const workInbox = defineJob({
  name: 'workInbox',
  queue: 'inbox',
  data: z.strictObject({ channel: z.enum(channelNames), chat: z.string() }),
  keyOf: ({ channel, chat }) => [channel, chat],
})
