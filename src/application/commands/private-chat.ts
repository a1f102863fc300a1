import type { AnyRefusal, ButtonVerb, Presser, PressOutcome } from '../application.ts'
import type { OutgoingMessage } from '../ports/channel.ts'
import type { TalkPlace } from '../ports/talk.ts'

/** What the bot says in a private chat, at once; what it speaks of is kept before it is said. */
export type PrivateAnswer = { kind: 'message'; message: OutgoingMessage } | { kind: 'refused'; refusal: AnyRefusal }

export type LoadedPhoto = { ok: true; bytes: Uint8Array } | { ok: false; code: 'photoTooLarge' | 'photoInvalid' }

/** What a person may write there. */
export type PrivateSaid =
  | { kind: 'text'; text: string }
  /** loaded only when the person has a report under way */
  | { kind: 'photo'; load(): Promise<LoadedPhoto>; caption: string }
  | { kind: 'place'; place: TalkPlace }
  | { kind: 'unreadable' }

/**
 * Private chats of crew members with the bot. Nobody pairs them: whoever comes by a link of ours must belong to the
 * group that the link came from. Everything that is under way is kept in stores, so that a restart loses none of it.
 */
export interface PrivateCommands {
  /** by the link "Isi di chat pribadi" */
  openReport(commandId: string, from: Presser, token: string): Promise<PrivateAnswer>
  /** a message; null when the person has no report under way here */
  writeReport(commandId: string, from: Presser, said: PrivateSaid): Promise<PrivateAnswer | null>
  /** a button of a report under way; null when the token is none of such a report */
  pressReport(
    commandId: string,
    from: Presser,
    press: { token: string; verb: ButtonVerb },
  ): Promise<PrivateAnswer | null>
  /** by the link of a detail that was too long for a popup */
  openDetail(from: Presser, token: string): Promise<PressOutcome>
}
