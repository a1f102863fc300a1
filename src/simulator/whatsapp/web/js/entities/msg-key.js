/** @import { WireKey } from '../../../contract/wire.ts' */
/** @import { Wid } from './wid.js' */
import { createWid } from './wid.js'

/** A message's id: `true_<chat>_<stanza>_<participant>`. */
export class MsgKey {
  /**
   * @param {{ id: string, remote?: Wid, fromMe?: boolean, from?: Wid, to?: Wid, selfDir?: 'in' | 'out', participant?: Wid | undefined }} parts
   *   either remote and fromMe, or from, to and selfDir
   */
  constructor({ id, remote, fromMe, from, to, selfDir, participant }) {
    this.fromMe = fromMe ?? selfDir === 'out'
    const chat = remote ?? (this.fromMe ? to : from)
    if (!chat) throw new Error('a message key needs its chat')
    this.remote = chat
    this.id = id
    if (participant) this.participant = participant
    this._serialized = [this.fromMe, chat, id, ...(participant ? [participant] : [])].join('_')
  }

  toString() {
    return this._serialized
  }

  /** @param {MsgKey} other */
  equals(other) {
    return this._serialized === other._serialized
  }

  /** A stanza id as browsers make them: 22 characters. */
  static async newId() {
    const bytes = [...crypto.getRandomValues(new Uint8Array(9))]
    const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
    return `3EB0${hex.toUpperCase()}`
  }

  /** @param {string} text */
  static fromString(text) {
    const [fromMe, remote = '', id = '', participant] = text.split('_')
    return new MsgKey({
      fromMe: fromMe === 'true',
      remote: createWid(remote),
      id,
      participant: participant ? createWid(participant) : undefined,
    })
  }
}

/** @param {WireKey} key */
export const keyFromWire = ({ fromMe, remote, id, participant }) =>
  new MsgKey({
    fromMe,
    remote: createWid(remote),
    id,
    participant: participant === null ? undefined : createWid(participant),
  })
