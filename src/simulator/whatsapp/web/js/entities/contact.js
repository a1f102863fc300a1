/** @import { WireContact } from '../../../contract/wire.ts' */
/** @import { Wid } from './wid.js' */
import { Model } from './model.js'
import { createWid } from './wid.js'

/** A person under one of the two ids. */
export class Contact extends Model {
  /** The other id, as far as the page knows it. @type {Wid | undefined} */
  #other

  /**
   * @param {WireContact} wire
   * @param {'pn' | 'lid'} side
   */
  constructor(wire, side) {
    super()
    this.id = createWid(wire[side])
    this.pushname = wire.name
    this.type = 'in'
    this.take(wire)
  }

  /** @param {WireContact} wire */
  take(wire) {
    this.set({ pushname: wire.name })
    if (wire.known) this.#other = createWid(this.id.isLid() ? wire.pn : wire.lid)
  }

  get other() {
    return this.#other
  }

  get phoneNumber() {
    return this.id.isLid() ? this.#other : this.id
  }

  get isContactBlocked() {
    return false
  }
}
