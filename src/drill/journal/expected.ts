/** One message that a chat must show because of a step of the story. */
export interface Expected {
  /** label of the chat, e.g. SMG/DAMKAR */
  chat: string
  /** every one of them must stand in the text */
  texts: readonly string[]
  /** exactly these buttons, in this order; absent: not judged (cards are judged by the board) */
  buttons?: readonly string[]
  /** asks for a reply */
  asks?: boolean
  /** it is this agency's card */
  alert?: string
  /** no new message: one that the chat shows already is edited to this */
  edit?: true
  /** it is one more copy of this agency's card, on somebody's own phone */
  copyOf?: string
  /** for one person's eyes: it may name who called */
  confidential?: true
  /** reminds of a limit: counted for this clock in the table */
  clock?: string
}

export const describe = ({ chat, texts }: Expected): string => `${chat}: ${texts.join(' … ')}`
