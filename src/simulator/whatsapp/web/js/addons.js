/** @import { WireReaction, WireVote } from '../../contract/wire.ts' */
import { MsgKey } from './entities/msg-key.js'
import { createWid } from './entities/wid.js'

/** The tables that hold reactions and votes; the library puts itself before their `bulkUpsert`. */
export const reactionTableMode = { bulkUpsert: (/** @type {unknown[]} */ rows) => rows.length }
export const pollVoteTableMode = { bulkUpsert: (/** @type {unknown[]} */ rows) => rows.length }

/**
 * @param {MsgKey} parent
 * @param {readonly WireReaction[]} before
 * @param {readonly WireReaction[]} after
 * @param {number} now service ms
 */
export function tellReactions(parent, before, after, now) {
  const rows = changes(before, after, ({ text }) => text).map(({ by, entry }) => ({
    ...addonOf(parent, by),
    reactionParentKey: parent,
    reactionText: entry?.text ?? '',
    reactionTimestamp: now,
    read: false,
    orphan: 0,
    ack: 1,
  }))
  if (rows.length > 0) reactionTableMode.bulkUpsert(rows)
}

/**
 * @param {MsgKey} parent
 * @param {readonly WireVote[]} before
 * @param {readonly WireVote[]} after
 * @param {number} now service ms
 */
export function tellVotes(parent, before, after, now) {
  const rows = changes(before, after, ({ options }) => options.join()).map(({ by, entry }) => ({
    ...addonOf(parent, by),
    pollUpdateParentKey: parent,
    selectedOptionLocalIds: [...(entry?.options ?? [])],
    senderTimestampMs: now,
    t: now,
  }))
  if (rows.length > 0) pollVoteTableMode.bulkUpsert(rows)
}

/**
 * A reaction or vote is a message of its own, that names its parent.
 * @param {MsgKey} parent
 * @param {string} by
 */
function addonOf({ remote }, by) {
  const author = createWid(by)
  const id = crypto.randomUUID().replaceAll('-', '').toUpperCase()
  const participant = remote.isGroup() ? author : undefined
  return { id: new MsgKey({ fromMe: false, remote, id, participant }), author, from: remote }
}

/**
 * Whose entry is another now; `entry` is undefined for whoever took it back.
 * @template {{ by: string }} T
 * @param {readonly T[]} before
 * @param {readonly T[]} after
 * @param {(entry: T) => string} word
 */
function changes(before, after, word) {
  const people = new Set([...before, ...after].map(({ by }) => by))
  return [...people].flatMap(by => {
    const was = before.find(entry => entry.by === by)
    const entry = after.find(one => one.by === by)
    return (was && word(was)) === (entry && word(entry)) ? [] : [{ by, entry }]
  })
}
