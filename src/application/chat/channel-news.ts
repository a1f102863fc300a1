import { createHash } from 'node:crypto'
import type { ApplicationDeps } from '../context.ts'
import type { HealthNews, PairedChat } from '../ports/chats.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { Recipients } from '../relaying/recipients.ts'

/** How many changes are told at a time; the next sweep tells the rest. */
const batch = 200

/**
 * Tells administrators and supervisors that chats cannot be reached, and that they can be again: once each time, however
 * many messages fail there. The news is kept with the chat and told by the sweep, so that no crash swallows it, nobody
 * who waits for an alert waits for it, and what falls ill at one moment is one message.
 */
export const createChannelNews = (
  { stores: { chats } }: ApplicationDeps,
  { deliver }: Deliver,
  recipients: Recipients,
) => {
  const tellCentre = async (centre: string, status: PairedChat['health']['status'], news: HealthNews[]) => {
    const ids = news.map(({ chat, change }) => `${chat.id}.${change}`).sort()
    const id = `channels:${createHash('sha256').update(ids.join()).digest('base64url').slice(0, 22)}`
    const told = news.map(({ chat: { title, audience, health } }) => ({
      title,
      audience,
      ...(health.status === 'down' && { detail: health.detail }),
    }))
    for (const to of await recipients.whoMindsChannels(centre)) {
      await deliver(`${id}:${to.id}`, to, { kind: 'channelNews', centre, status, chats: told })
    }
    for (const { chat } of news) await chats.healthTold(chat.id, status)
  }

  return async (): Promise<void> => {
    const all = await chats.healthNews(batch)
    // ill and well again before anybody was told: that is no news
    for (const { chat, told } of all) if (chat.health.status === told) await chats.healthTold(chat.id, told)
    const news = all.filter(({ chat, told }) => chat.health.status !== told)
    for (const centre of new Set(news.map(({ chat }) => chat.centre))) {
      for (const status of ['down', 'ok'] as const) {
        const same = news.filter(({ chat }) => chat.centre === centre && chat.health.status === status)
        if (same.length) await tellCentre(centre, status, same)
      }
    }
  }
}

export type ChannelNews = ReturnType<typeof createChannelNews>
