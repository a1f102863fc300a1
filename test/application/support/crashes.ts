import type { Channel } from '../../../src/application/ports/channel.ts'
import type { ApplicationStores } from '../../../src/application/ports/stores.ts'

/** The process died here. */
export class Crash extends Error {}

/** The writes of each store, by name; everything else only reads. */
const writes = new Set([
  ...[
    'save',
    'removeEffects',
    'bind',
    'move',
    'addVersion',
    'addPart',
    'setHealth',
    'redeemCode',
    'add',
    'claim',
    'sent',
    'retry',
    'fail',
  ],
  ...[
    'supersede',
    'ensure',
    'want',
    'setMenu',
    'addCopy',
    'showed',
    'postpone',
    'forgetCopy',
    'forgetCopies',
    'forgetMessages',
    'revive',
    'refreshDue',
    'put',
  ],
  ...['update', 'next', 'take', 'release', 'spendCode', 'remove', 'erase'],
])

/** `deliveries.next` and `inbox.next` only look; a counter's `next` counts. */
const isWrite = (store: string, method: string): boolean =>
  writes.has(method) && !(method === 'next' && store !== 'counters')

/**
 * A process that dies before its k-th step to the outside, a write or a send: with the step before it done and nobody
 * told. A dead process does nothing more, whatever still runs in it.
 */
export class Mortal {
  steps = 0
  dead = false
  readonly #at: number

  constructor(at: number) {
    this.#at = at
  }

  stores(stores: ApplicationStores): ApplicationStores {
    const entries = Object.entries(stores).map(([name, store]) => [name, this.#watch(name, store)])
    return Object.fromEntries(entries) as unknown as ApplicationStores
  }

  channel(channel: Channel): Channel {
    return {
      name: channel.name,
      send: (to, message) => this.#step(() => channel.send(to, message)),
      edit: (to, messageId, message) => this.#step(() => channel.edit(to, messageId, message)),
      isMember: (chat, person) => channel.isMember(chat, person),
      check: chat => channel.check(chat),
    }
  }

  #watch(name: string, store: object): object {
    return new Proxy(store, {
      get: (target, method: string) => {
        const original = Reflect.get(target, method)
        if (typeof original !== 'function') return original
        return (...args: unknown[]) => {
          const call = () => original.apply(target, args)
          if (isWrite(name, method)) return this.#step(call)
          return this.dead ? Promise.reject(new Crash()) : call()
        }
      },
    })
  }

  async #step<T>(work: () => Promise<T>): Promise<T> {
    this.steps += 1
    this.dead ||= this.steps === this.#at
    if (this.dead) throw new Crash()
    return work()
  }
}
