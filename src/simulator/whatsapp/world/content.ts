import type { MessageContent } from './state.ts'

/** What a person reads of a message. */
export function textOf(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'media':
      return content.caption
    case 'poll':
      return content.poll.question
    case 'location':
      return content.name
    case 'notice':
      return content.subject
  }
}

/** The same content with another text; nothing when it has none that can change. */
export function withText(content: MessageContent, text: string): MessageContent | undefined {
  if (content.kind === 'text') return { ...content, text }
  if (content.kind === 'media' && content.media.kind !== 'sticker' && content.media.kind !== 'ptt') {
    return { ...content, caption: text }
  }
  return undefined
}
