import { helpKey } from '../../dispatch/clocks/help.ts'
import type { AnswerCommands, Answerer } from '../commands/answers.ts'
import type { ApplicationDeps } from '../context.ts'
import type { RenderDelivery } from '../delivering/render-delivery.ts'
import type { OutgoingMessage } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery, DeliveryContent, TokenMeaning } from '../ports/deliveries.ts'
import { liveMessageId, pingSubject, testSubject } from '../ports/live-messages.ts'
import { cardId } from '../relaying/deliver.ts'
import type { AskedInDraft } from './asked-in-draft.ts'

/** What our messages ask now, for channels whose people type their answers. */
export const createAnswers = (
  { stores }: ApplicationDeps,
  render: RenderDelivery,
  askedInDraft: AskedInDraft,
): Pick<AnswerCommands, 'askedBy' | 'buttonsNow'> => {
  const chatOf = ({ channel, address }: Answerer): Promise<PairedChat | null> =>
    stores.chats.byAddress(channel, address)

  const cardToken = async (assignment: string, chat: PairedChat): Promise<string | null> =>
    (await stores.cards.byId(cardId(assignment, chat)))?.token ?? null

  /** Whatever speaks of an assignment is answered as its card is. */
  const tokenOf = async ({ content, token }: Delivery, chat: PairedChat): Promise<string | null> => {
    if (content.kind === 'notice') return typeof content.params.token === 'string' ? content.params.token : null
    if (content.kind !== 'helpPing' && 'assignment' in content) return cardToken(content.assignment, chat)
    return token ?? null
  }

  const liveMessage = async (subject: string, chat: PairedChat): Promise<OutgoingMessage | null> => {
    const live = await stores.liveMessages.byId(liveMessageId(subject, chat))
    const delivery = live && (await stores.deliveries.byId(live.delivery))
    return (delivery && (await render.renderDelivery(delivery, chat)))?.message ?? null
  }

  const messageNow = async (token: string, meaning: TokenMeaning, from: Answerer): Promise<OutgoingMessage | null> => {
    if (meaning.kind === 'draft') return meaning.person === from.personId ? askedInDraft(meaning, token, from) : null
    const chat = await chatOf(from)
    if (!chat || meaning.chat !== chat.id) return null
    switch (meaning.kind) {
      case 'card':
      case 'prompt': {
        const card = await stores.cards.byId(cardId(meaning.assignment, chat))
        return (card && (await render.renderCard(card, false)))?.message ?? null
      }
      case 'ping':
        return liveMessage(pingSubject(meaning.incident, meaning.clock), chat)
      case 'help':
        return liveMessage(pingSubject(meaning.incident, helpKey(meaning.item)), chat)
      case 'channelTest':
        return liveMessage(testSubject(meaning.test, chat.id), chat)
    }
  }

  return {
    askedBy: async (from, messageId) => {
      const chat = await chatOf(from)
      if (!chat) return null
      const delivery = await stores.deliveries.byMessage(chat.id, messageId)
      const token = delivery
        ? await tokenOf(delivery, chat)
        : ((await stores.cards.byMessage(chat.id, messageId))?.token ?? null)
      return token === null ? null : { token, wantsWords: delivery !== null && wantsWords(delivery) }
    },
    buttonsNow: async (from, token) => {
      const meaning = await stores.tokens.meaning(token)
      return (meaning && (await messageNow(token, meaning, from)))?.buttons.flat() ?? []
    },
  }
}

const askingWords: readonly DeliveryContent['kind'][] = ['reportPrompt', 'reportReturned', 'sitrepPrompt']
const wantsWords = ({ content }: Delivery): boolean => askingWords.includes(content.kind)
