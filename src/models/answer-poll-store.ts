import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { AnswerPoll, AnswerPollStore, CountedVote } from '../application/ports/answer-polls.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface PollDocument extends StoredDocument, AnswerPoll {}
interface VoteDocument extends StoredDocument, CountedVote {}

const pollId = (chat: string, poll: string): string => `${chat}:${poll}`
const voteId = (chat: string, poll: string, person: string): string => `${chat}:${poll}:${person}`

/** What the options of our polls do, and which votes were counted. */
export function answerPollStore(connection: Connection): AnswerPollStore {
  const { Mixed } = Schema.Types
  const polls = defineCollection<PollDocument>(connection, {
    collection: 'answerPolls',
    fields: {
      chat: { type: String, required: true },
      poll: { type: String, required: true },
      token: { type: String, required: true },
      options: [Mixed],
    },
  })
  const votes = defineCollection<VoteDocument>(connection, {
    collection: 'answerVotes',
    fields: {
      chat: { type: String, required: true },
      poll: { type: String, required: true },
      person: { type: String, required: true },
      step: { type: Number, required: true },
    },
  })

  return {
    async put(poll) {
      const fields = { ...poll, schemaNumber: polls.schemaNumber }
      await polls.model.updateOne({ _id: pollId(poll.chat, poll.poll) }, { $set: fields }, { upsert: true })
    },
    async byId(chat, poll) {
      const found = await polls.model.findById(pollId(chat, poll)).lean<PollDocument>()
      if (!found) return null
      const { token, options } = polls.current(found)
      return { chat, poll, token, options }
    },
    async count(vote) {
      const fields = { ...vote, schemaNumber: votes.schemaNumber }
      await votes.model.updateOne(
        { _id: voteId(vote.chat, vote.poll, vote.person) },
        { $set: fields },
        { upsert: true },
      )
    },
    async counted(chat, poll, person) {
      const found = await votes.model.findById(voteId(chat, poll, person)).lean<VoteDocument>()
      return found && { chat, poll, person, step: votes.current(found).step }
    },
    async forget({ chat, poll, person, step }) {
      await votes.model.deleteOne({ _id: voteId(chat, poll, person), step })
    },
  }
}
