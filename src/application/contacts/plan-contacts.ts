import type { ContactPlan } from '../../dispatch/incident/assignment.ts'
import type { Agency, Post } from '../ports/administration.ts'
import type { ChannelName } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'

/**
 * The contact ladder of an agency or its post as it is at this moment: only what somebody has paired on a channel that
 * exists, so that nobody waits for a rung that is not there. The group is always the first, the phone the last.
 */
export const planContacts = (
  agency: Agency,
  post: Post | null,
  chats: readonly PairedChat[],
  channels: ReadonlySet<ChannelName>,
): ContactPlan => {
  const own = chats.filter(
    ({ audience, channel }) => isOf(audience, agency.code, post?.code) && channels.has(channel) && agency.active,
  )
  const groups = new Set(own.filter(({ audience }) => audience.kind === 'agency').map(({ channel }) => channel))
  const officer = own.some(({ audience }) => audience.kind === 'contact' && audience.duty === 'dutyOfficer')
  const answerSeconds = post?.answerSeconds ?? agency.answerSeconds
  return {
    rungs: [
      'group',
      ...(groups.size > 1 ? (['whatsapp'] as const) : []),
      ...(officer ? (['dutyOfficer'] as const) : []),
      'phone',
    ],
    ...(answerSeconds ? { answerSeconds } : {}),
  }
}

/** A post is reached by what is its own, else by what is its agency's. */
const isOf = (audience: PairedChat['audience'], agency: string, post: string | undefined): boolean =>
  'agency' in audience && audience.agency === agency && (audience.post === undefined || audience.post === post)
