/** An id of a person or chat: `62…@c.us`, `11…@lid`, `1203…@g.us`. As text in JSON, as an object elsewhere. */
export class Wid {
  /**
   * @param {string} user
   * @param {string} server
   */
  constructor(user, server) {
    this.user = user
    this.server = server
    this._serialized = `${user}@${server}`
  }

  isUser() {
    return this.server === 'c.us' || this.server === 'lid'
  }

  isGroup() {
    return this.server === 'g.us'
  }

  isLid() {
    return this.server === 'lid'
  }

  isStatus() {
    return this._serialized === 'status@broadcast'
  }

  /** @param {Wid} other */
  equals(other) {
    return this._serialized === other._serialized
  }

  toJid() {
    return this.toString()
  }

  toString() {
    return this._serialized
  }

  toJSON() {
    return this._serialized
  }
}

/**
 * @param {string | { _serialized: string }} id
 * @throws Error on a text that is no id, as the page does
 */
export function createWid(id) {
  const text = typeof id === 'string' ? id : id._serialized
  const parts = /^([^@]+)@([a-z.]+)$/.exec(text)
  if (!parts?.[1] || !parts[2]) throw new Error(`wid error: invalid wid ${text}`)
  return new Wid(parts[1], parts[2] === 's.whatsapp.net' ? 'c.us' : parts[2])
}
