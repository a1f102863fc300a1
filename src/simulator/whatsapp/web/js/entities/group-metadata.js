/** @import { WireChat } from '../../../contract/wire.ts' */
/** @import { Wid } from './wid.js' */
import { Collection, Model } from './model.js'
import { createWid } from './wid.js'

/** @typedef {NonNullable<WireChat['group']>} WireGroup */

class Participant extends Model {
  /**
   * @param {string} id
   * @param {boolean} isAdmin
   */
  constructor(id, isAdmin) {
    super()
    this.id = createWid(id)
    this.isAdmin = isAdmin
    this.isSuperAdmin = false
  }
}

/** What a group is: its members and rules. */
export class GroupMetadata extends Model {
  /** @type {Collection<Participant>} */
  #participants = new Collection()

  /**
   * @param {Wid} id
   * @param {WireGroup} group
   */
  constructor(id, group) {
    super()
    this.id = id
    this.creation = group.createdAt
    this.announce = group.announce
    this.isLidAddressingMode = group.lids
    this.desc = ''
  }

  get participants() {
    return this.#participants
  }

  /** @param {WireGroup} group */
  take(group) {
    this.#participants = new Collection()
    for (const { id, admin } of group.members) this.#participants.add(new Participant(id, admin))
    this.set({ announce: group.announce })
  }

  /** @override */
  serialize() {
    return { ...super.serialize(), participants: this.#participants.serialize() }
  }
}
