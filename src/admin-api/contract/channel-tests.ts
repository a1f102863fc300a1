import { z } from 'zod'
import { testedStates } from '../../application/commands/channel-tests.ts'
import { audience } from './administration.ts'
import { instant } from './words.ts'

/** Channel tests (uji saluran): drill messages that agencies answer by a button. */

const seconds = z.number().nullable()

export const newChannelTest = z
  .strictObject({
    agencies: z
      .array(z.string().max(40))
      .min(1)
      .max(200)
      .exactOptional()
      .meta({ description: 'Codes; absent: every active agency of the centre' }),
    minutes: z.int().min(1).max(60).exactOptional().meta({ description: 'How long an answer may take; default 5' }),
  })
  .meta({ id: 'NewChannelTest' })

const testedChatView = z.object({
  chat: z.string(),
  title: z.string(),
  audience,
  state: z.enum(testedStates),
  sentAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  seconds: seconds.meta({ description: 'From the sending to the answer' }),
  failure: z.string().nullable(),
})

export const channelTestView = z
  .object({
    id: z.string(),
    startedAt: instant,
    startedBy: z.string(),
    minutes: z.number(),
    endsAt: instant,
    endedAt: instant.nullable(),
    endedBy: z.string().nullable(),
    agencies: z.array(
      z.object({
        agency: z.string(),
        name: z.string(),
        seconds: seconds.meta({ description: 'Of its first answer' }),
        chats: z.array(testedChatView),
      }),
    ),
    counts: z.object({ agencies: z.number(), answered: z.number() }),
  })
  .meta({ id: 'ChannelTestView' })

export const channelTestsView = z
  .object({
    running: channelTestView.nullable(),
    past: z.array(channelTestView),
    trend: z.array(
      z.object({
        agency: z.string(),
        name: z.string(),
        tests: z.number(),
        answered: z.number(),
        medianSeconds: seconds,
        seconds: z.array(seconds).meta({ description: 'Its answer in each test, the oldest first' }),
      }),
    ),
    agencies: z.array(z.object({ agency: z.string(), name: z.string(), chats: z.number() })),
  })
  .meta({ id: 'ChannelTestsView' })
