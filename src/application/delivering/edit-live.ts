import type { ChatHealth } from '../chat/chat-health.ts'
import type { ApplicationDeps } from '../context.ts'
import { CardGone, type Channel, EditClosed, Permanent, Refused } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { LiveMessage } from '../ports/live-messages.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { AfterSend } from './after-send.ts'
import { nextCopy, withEdited } from './copies.ts'
import type { Failures } from './failures.ts'
import { createLaggingEdit } from './lagging-edit.ts'
import { lookOf } from './look.ts'
import { orPlain } from './plain.ts'
import type { RenderDelivery, Rendered } from './render-delivery.ts'

/** Pings that lag behind what happened: who took it, what is settled, what else the desk is late with. */
export const createEditLive = (
  deps: ApplicationDeps,
  render: RenderDelivery,
  failures: Failures,
  health: ChatHealth,
  { tellElsewhere }: Pick<AfterSend, 'tellElsewhere'>,
  { deliverLive }: Pick<Deliver, 'deliverLive'>,
) => {
  const { stores } = deps
  const { liveMessages } = stores

  const showsAsIs = (live: LiveMessage): Promise<void> =>
    liveMessages.showed(live, live.wanted, { look: null, refreshAt: null })

  /**
   * A copy that somebody deleted is gone, one that is too old stays. A ping has rung, its edit is not worth another
   * message; a board says what nothing else does, and comes anew.
   */
  const boardAnew = async (live: LiveMessage, chat: PairedChat): Promise<boolean> => {
    const content = live.messageIds.length === 1 ? (await stores.deliveries.byId(live.delivery))?.content : undefined
    return content?.kind === 'stormBoard' && deliverLive(`${live.id}:anew:${live.wanted}`, chat, content)
  }

  const edit = async (channel: Channel, chat: PairedChat, live: LiveMessage, copy: string, to: Rendered) => {
    try {
      await orPlain(to.message, message => channel.edit(chat.address, copy, message))
    } catch (error) {
      if (!(error instanceof CardGone || error instanceof EditClosed)) throw error
      if (await boardAnew(live, chat)) return
      if (error instanceof CardGone) return liveMessages.forgetCopy(live.id, copy)
    }
    const edited = withEdited(live, copy)
    if (nextCopy({ ...live, edited }) !== undefined) return liveMessages.copyShowed(live, edited)
    await liveMessages.showed(live, live.wanted, { look: lookOf(to.message), refreshAt: to.live?.refreshAt ?? null })
  }

  return createLaggingEdit(deps, failures, health, {
    log: { id: 'live', notMade: 'a ping could not be brought up to date', notEdited: 'a ping was not edited' },
    postpone: (id, notBefore) => liveMessages.postpone(id, notBefore),
    editOf: async (live: LiveMessage, chat) => {
      const delivery = live.messageIds.length ? await stores.deliveries.byId(live.delivery) : null
      // An edit replaces whatever was there, so it is never doubtful. What is not sent yet will show the present state.
      const rendered = delivery && (await render.renderDelivery({ ...delivery, doubtful: false }, chat))
      if (!rendered) {
        await showsAsIs(live)
        return null
      }
      const copy = nextCopy(live)
      if (copy === undefined || lookOf(rendered.message) === live.look) {
        const refreshAt = rendered.live?.refreshAt ?? null
        await liveMessages.showed(live, live.wanted, { look: lookOf(rendered.message), refreshAt })
        return null
      }
      return channel => edit(channel, chat, live, copy, rendered)
    },
    isHopeless: error => error instanceof Permanent || error instanceof Refused,
    giveUp: async (live, chat) => {
      await tellElsewhere({ id: live.delivery, chat: chat.id })
      await showsAsIs(live)
    },
  })
}
