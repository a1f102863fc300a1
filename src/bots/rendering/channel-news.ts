import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { DeliveryContent } from '../../application/ports/deliveries.ts'
import * as words from '../../i18n/chat/id/channel-news.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { audienceName } from './notices.ts'
import { richText } from './rich-text.ts'

/** So many chats are named; a page lists them all. */
const named = 15

/** To whoever minds the channels: which chats cannot be reached and why, or can be reached again. */
export const renderChannelNews = (
  { centre, status, chats }: Extract<DeliveryContent, { kind: 'channelNews' }>,
  doubtful: boolean,
  training: boolean,
): OutgoingMessage => ({
  content: fitText(cut =>
    richText([
      ...marks({ training }, doubtful),
      [{ bold: words.title[status](centre, chats.length) }],
      ...chats
        .slice(0, named)
        .map(({ title, audience, detail }) => words.line(audienceName(audience), cut(title), detail)),
      chats.length > named && words.more(chats.length - named),
      status === 'down' && words.whatNow,
    ]),
  ),
  buttons: [],
})
