/** @import { WireReaction, WireVote } from '../../../contract/wire.ts' */
/** @import { MsgKey } from './msg-key.js' */
/** @import { Wid } from './wid.js' */
import { Model } from './model.js'

/**
 * @typedef {{
 *   id: MsgKey, type: string, t: number, ack: number, from: Wid, isNewMsg: boolean,
 *   body?: string | undefined, caption?: string, author?: Wid, directPath?: string,
 * }} MsgAttributes
 */

/** A message as the page keeps it. */
export class Msg extends Model {
  /** What is no attribute: where the file stands, who reacted and voted. */
  #beside = {
    mediaData: { mediaStage: 'NEED_POKE' },
    /** @type {readonly WireReaction[]} */
    reactions: [],
    /** @type {readonly WireVote[]} */
    votes: [],
  }

  /** @param {MsgAttributes} attributes */
  constructor(attributes) {
    super()
    this.id = attributes.id
    this.type = attributes.type
    this.t = attributes.t
    this.ack = attributes.ack
    this.from = attributes.from
    this.body = attributes.body
    this.isNewMsg = attributes.isNewMsg
    Object.assign(this, attributes)
  }

  get beside() {
    return this.#beside
  }

  get mediaData() {
    return this.#beside.mediaData
  }

  /** There for messages with a file: the library then takes the caption for the text. */
  get mediaObject() {
    return Reflect.has(this, 'directPath') ? {} : undefined
  }

  get isNotification() {
    return this.type === 'gp2'
  }

  /** The message itself, under the name that the page gives it where its parts may be missing. */
  unsafe() {
    return this
  }

  canReply() {
    return this.type !== 'revoked' && !this.isNotification
  }

  /** What a message that quotes this one carries. */
  msgContextInfo() {
    return {
      quotedMsg: { type: this.type, body: Reflect.get(this, 'caption') ?? this.body },
      quotedStanzaID: this.id.id,
      quotedParticipant: Reflect.get(this, 'author') ?? this.from,
    }
  }

  /** Resolves the file, unless its sender would have to upload it again. */
  async downloadMedia() {
    if (this.mediaData.mediaStage !== 'REUPLOADING') this.mediaData.mediaStage = 'RESOLVED'
  }
}
