/** A message of ours as the people of a group see it, on whatever platform. */
export interface Seen {
  /** the chat's and the message's own names, together */
  id: string
  /** without marks */
  text: string
  /** how often it was changed */
  edits: number
  /** what can be answered, in the words that stand there */
  choices: readonly string[]
  /** it asks for a reply in words */
  asksWords: boolean
}

/** The phones of one group. */
export interface GroupPhones {
  /** messages of ours as they look now, the newest first */
  shown(): Seen[]
  /** somebody (by place among the group's people) gives this answer; one that is gone by now is no matter */
  choose(person: number, message: Seen, choice: string): Promise<void>
  reply(person: number, message: Seen, text: string): Promise<void>
}

/** Every phone on one platform. */
export interface Phones {
  /** @param people by name */
  of(label: string, people: readonly string[]): GroupPhones
}
