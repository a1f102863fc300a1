import { expect } from 'vitest'
import type { Channel } from '../../../src/application/ports/channel.ts'
import { sendLeaseMs } from '../../../src/application/ports/deliveries.ts'
import type { ApplicationStores } from '../../../src/application/ports/stores.ts'
import type { City } from './city.ts'

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
    'copyShowed',
    'healthTold',
    'pause',
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

/** How a city's process dies in a story, and what brings it back. */
export const crashesIn = (city: () => City) => {
  /** Runs the work in a process that dies at the k-th step; true when it lived through all of it. */
  const dyingAt = async (k: number, work: () => Promise<unknown>): Promise<boolean> => {
    const mortal = new Mortal(k)
    city().restarts({
      stores: mortal.stores(city().stores),
      channels: new Map([['telegram', mortal.channel(city().platform.channel)]]),
    })
    try {
      await work()
    } catch (error) {
      if (!mortal.dead) throw error
    } finally {
      city().restarts()
    }
    return !mortal.dead
  }

  /** After the restart only time and sweeps help: leases run out, whatever was begun is finished. */
  const recovers = async (): Promise<void> => {
    await city().forward(`${sendLeaseMs / 1000}s`)
    const { inbox, effects, deliveries, cards } = await city().app.work.sweep.waiting()
    expect({ inbox, effects, deliveries, cards }).toEqual({ inbox: 0, effects: 0, deliveries: 0, cards: 0 })
  }

  /** Tells the story with a death at each step in turn; how many steps it took. */
  const everyStep = async (story: (k: number) => Promise<boolean>): Promise<number> => {
    for (let k = 1; ; k += 1) if (await story(k)) return k - 1
  }

  return { dyingAt, recovers, everyStep }
}
