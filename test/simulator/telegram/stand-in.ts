import { Api } from 'grammy'
import { afterEach } from 'vitest'
import {
  createTelegramDriver,
  startTelegramStandIn,
  type TelegramDriver,
  type TelegramStandIn,
  type TelegramStandInOptions,
} from '../../../src/simulator/telegram/index.ts'

export const TOKEN = '112000112:gladi-token-for-tests'
export const BOT = 'tanggap112_bot'

export interface Rig {
  readonly telegram: TelegramStandIn
  readonly driver: TelegramDriver
  /** Real grammY against the stand-in. */
  readonly api: Api
}

const cleanups: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

export function onCleanup(clean: () => Promise<void>): void {
  cleanups.push(clean)
}

/** A stand-in for one test, without limits unless asked for. */
export async function rig(options: Partial<TelegramStandInOptions> = {}): Promise<Rig> {
  const telegram = await startTelegramStandIn({ token: TOKEN, botUsername: BOT, limits: 'off', ...options })
  onCleanup(() => telegram.close())
  return {
    telegram,
    driver: createTelegramDriver(telegram.url),
    api: new Api(options.token ?? TOKEN, { apiRoot: telegram.apiRoot }),
  }
}

/** A service clock that tests move by hand. */
export class HandClock {
  #now = Date.UTC(2026, 0, 5, 3, 0, 0)

  now(): number {
    return this.#now
  }

  rate(): number {
    return 0
  }

  forward(ms: number): void {
    this.#now += ms
  }
}

/** What grammY's error says, as `code description`. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && 'error_code' in error && 'description' in error) {
      return `${error.error_code} ${error.description}`
    }
    throw error
  }
  return 'no refusal'
}
