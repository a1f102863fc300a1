import { z } from 'zod'
import { talkKinds } from '../../application/ports/talk.ts'
import { freeText, instant } from './words.ts'

/** The talk between the control room and the groups: `src/application/views/talk.ts`, field for field. */

const place = z.object({
  lat: z.number(),
  lng: z.number(),
  accuracyMetres: z.number().nullable(),
  title: z.string().exactOptional(),
  address: z.string().exactOptional(),
})

export const talkView = z
  .object({
    id: z.string(),
    at: instant,
    direction: z.enum(['in', 'out']),
    by: z.string(),
    agency: z.string().exactOptional(),
    assignment: z.string().exactOptional(),
    kind: z.enum([...talkKinds, 'venue']),
    text: z.string(),
    versions: z.array(z.object({ at: instant, text: z.string() })),
    victims: z.number().exactOptional(),
    report: z.boolean(),
    photo: z.string().exactOptional(),
    place: place.exactOptional(),
    live: z.object({ movedAt: instant, until: instant, ended: z.boolean() }).exactOptional(),
    urgent: z.boolean().exactOptional(),
    to: z
      .array(
        z.object({
          assignment: z.string(),
          agency: z.string(),
          delivery: z.enum(['waiting', 'sent', 'read', 'doubtful', 'failed', 'byPhone', 'none']),
        }),
      )
      .exactOptional(),
  })
  .meta({ id: 'TalkView' })

export const talkPage = z.object({ messages: z.array(talkView), next: z.string().nullable() }).meta({ id: 'TalkPage' })

export const detailViews = z
  .object({ views: z.array(z.object({ at: instant, by: z.string(), agency: z.string() })) })
  .meta({ id: 'DetailViews' })

export const positionView = z
  .object({
    assignment: z.string(),
    agency: z.string(),
    by: z.string(),
    place,
    movedAt: instant,
    live: z.boolean(),
  })
  .meta({ id: 'PositionView' })

export const sendMessage = z
  .strictObject({
    text: freeText.exactOptional(),
    /** the incident's point on a map, with its address */
    venue: z.boolean().exactOptional(),
    /** these groups; absent: every agency that works on the incident */
    assignments: z.array(z.string().min(1).max(160)).min(1).max(100).exactOptional(),
    /** goes before everything else that waits for these groups */
    urgent: z.boolean().exactOptional(),
  })
  .meta({ id: 'SendMessage' })
