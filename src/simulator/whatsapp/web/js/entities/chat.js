/** @import { WireChat } from '../../../contract/wire.ts' */
/** @import { Msg } from './msg.js' */
import { GroupMetadata } from './group-metadata.js'
import { Collection, Model } from './model.js'
import { createWid } from './wid.js'

/** A chat as the page keeps it. */
export class Chat extends Model {
  /** @type {Collection<Msg>} */
  #msgs = new Collection()
  /** @type {GroupMetadata | undefined} */
  #groupMetadata
  #mute = { expiration: 0 }

  /** @param {WireChat} wire */
  constructor(wire) {
    super()
    this.id = createWid(wire.id)
    this.formattedTitle = wire.title
    this.unreadCount = 0
    /** Unix seconds of the newest message. */
    this.t = 0
    this.archive = false
    this.pin = 0
    this.isLocked = false
    this.muteExpiration = 0
    this.take(wire)
  }

  /** @param {WireChat} wire */
  take({ title, group }) {
    this.set({ formattedTitle: title })
    if (!group) return
    this.#groupMetadata ??= new GroupMetadata(this.id, group)
    this.#groupMetadata.take(group)
  }

  get msgs() {
    return this.#msgs
  }

  get groupMetadata() {
    return this.#groupMetadata
  }

  get mute() {
    return this.#mute
  }

  get name() {
    return this.formattedTitle
  }

  get lastReceivedKey() {
    return this.#msgs.getModelsArray().at(-1)?.id
  }

  /** @override */
  serialize() {
    const newest = this.#msgs.getModelsArray().slice(-1)
    return { ...super.serialize(), msgs: newest.map(msg => msg.serialize()) }
  }

  /** @override */
  toJSON() {
    return super.serialize()
  }
}
