/** @import { Actor, ChatId } from './page-types.d.ts' */

/**
 * @param {string} name
 * @returns {unknown}
 */
const read = name => JSON.parse(localStorage.getItem(`simulator.${name}`) ?? 'null')

/**
 * @param {string} name
 * @param {unknown} value
 */
const write = (name, value) => localStorage.setItem(`simulator.${name}`, JSON.stringify(value))

/**
 * @param {string} name
 * @returns {Record<string, unknown>}
 */
const table = name => Object(read(name) ?? {})

/** What this browser remembers: read marks, open phones and who acts in which chat. */
export const memory = {
  /**
   * The journal number up to which the chat was read; a restarted world begins anew.
   * @param {ChatId} chatId
   * @param {number} worldSeq
   */
  readUpTo(chatId, worldSeq) {
    const seq = Number(table('read')[chatId] ?? 0)
    return seq > worldSeq ? 0 : seq
  },
  /**
   * @param {ChatId} chatId
   * @param {number} seq
   */
  markRead(chatId, seq) {
    write('read', { ...table('read'), [chatId]: seq })
  },
  /** @returns {ChatId[]} */
  openChats() {
    const ids = read('open')
    return Array.isArray(ids) ? ids : []
  },
  /** @param {ChatId[]} ids */
  setOpenChats: ids => write('open', ids),
  /**
   * @param {ChatId} chatId
   * @returns {Actor}
   */
  personIn(chatId) {
    const person = table('persons')[chatId]
    return typeof person === 'string' || typeof person === 'number' ? person : undefined
  },
  /**
   * @param {ChatId} chatId
   * @param {Actor} person
   */
  setPersonIn(chatId, person) {
    write('persons', { ...table('persons'), [chatId]: person })
  },
}
