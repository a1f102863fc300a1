import type { ButtonVerb } from '../application.ts'

/** A poll of ours in a chat: what its options do. */
export interface AnswerPoll {
  /** the platform's chat id, and the poll's number there */
  chat: string
  poll: string
  token: string
  options: { label: string; verb: ButtonVerb }[]
}

/** A vote that was counted: the number of the step that it made. */
export interface CountedVote {
  chat: string
  poll: string
  person: string
  step: number
}

export interface AnswerPollStore {
  put(poll: AnswerPoll): Promise<void>
  byId(chat: string, poll: string): Promise<AnswerPoll | null>
  /** a person's newest counted vote replaces the one before */
  count(vote: CountedVote): Promise<void>
  counted(chat: string, poll: string, person: string): Promise<CountedVote | null>
  /** the vote is withdrawn */
  forget(vote: CountedVote): Promise<void>
}
