import type { Reason } from '../../dispatch/run-cards/propose-agencies.ts'
import type { ProposalMode } from '../../dispatch/run-cards/run-card.ts'
import type { AssignmentRole, Duty } from '../../dispatch/vocabulary.ts'
import type { PostReason } from '../posts/choose-post.ts'

export interface ProposedAgencyView {
  agency: string
  name: string
  role: AssignmentRole
  mode: ProposalMode
  duty: Duty
  reasons: Reason[]
  /** whether a chat is paired and healthy: the post's when one is proposed, else the agency's */
  channel: ChannelStateView
  /** the post that is proposed, and why; null: the agency as a whole */
  post: ProposedPostView | null
  /** every post that can be chosen instead */
  posts: PostChoiceView[]
}

export type ChannelStateView = 'ok' | 'down' | 'none'

export interface PostChoiceView {
  code: string
  name: string
  channel: ChannelStateView
}

export interface ProposedPostView {
  code: string
  name: string
  reason: PostReason
  /** the reason in words: "wilayah Genuk", "pos terdekat 1,2 km" */
  why: { id: string; en: string }
}
