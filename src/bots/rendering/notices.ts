import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Audience } from '../../application/ports/chats.ts'
import type { DeliveryContent } from '../../application/ports/deliveries.ts'
import { audiences, type Facts, nod, notices } from '../../i18n/chat/id/notices.ts'
import { refusalSentences } from '../../i18n/refusals.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { richText } from './rich-text.ts'

/** An answer in a chat. @throws Error for a code that is neither a notice nor a refusal */
export const renderNotice = (
  notice: Extract<DeliveryContent, { kind: 'notice' }>,
  doubtful: boolean,
  training: boolean,
): OutgoingMessage => {
  const text = noticeText(notice.code, notice.params)
  if (text === null) throw new Error(`no notice is called ${notice.code}`)
  return {
    content: fitText(() => richText([...marks({ training }, doubtful), text])),
    buttons: [],
    ...(notice.replyTo === undefined ? {} : { replyTo: notice.replyTo }),
  }
}

/** The same emoji again changes nothing: a repeat need not say that it is one. */
export const renderNod = ({ replyTo }: Extract<DeliveryContent, { kind: 'nod' }>): OutgoingMessage => ({
  content: { text: nod, spans: [] },
  buttons: [],
  replyTo,
  nod: true,
})

/** Null when there is neither a notice nor a refusal of that code. */
export const noticeText = (code: string, facts: Facts): string | null => {
  if (has(notices, code)) return notices[code](facts)
  if (has(refusalSentences, code)) return refusalSentences[code](facts).id
  return null
}

const addressee = ({ agency, post }: { agency: string; post?: string }): string =>
  post === undefined ? agency : `${agency} pos ${post}`

/** "grup DAMKAR", "grup pengawas" … */
export const audienceName = (audience: Audience): string => {
  switch (audience.kind) {
    case 'agency':
      return audiences.agency(addressee(audience))
    case 'contact':
      return audiences[audience.duty](addressee(audience))
    case 'supervisorsChat':
      return audiences.supervisorsChat()
    case 'user':
      return audiences.user()
  }
}

const has = <Table extends object>(table: Table, key: string): key is keyof Table & string => Object.hasOwn(table, key)
