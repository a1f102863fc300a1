/**
 * A stand-in of the Telegram Bot API over real HTTP, for training, drills and tests.
 *
 *     const telegram = await startTelegramStandIn({ token: '112000112:gladi-…', botUsername: 'tanggap112_bot' })
 *     new Bot(token, { client: { apiRoot: telegram.apiRoot } })     // grammY, unchanged
 *     const driver = createTelegramDriver(telegram.url)             // what people in the chats do and see
 *     telegram.pageUrl                                              // the same for a person, in a browser
 *     await telegram.close()
 *
 * `startTelegramStandIn(options)` listens on 127.0.0.1 only; options in options.ts. `createTelegramDriver(url)` in driver.ts speaks
 * HTTP alone and may run in another process. The shapes that both share are in contract.ts.
 */
export type { ServiceClock } from '../shared/clock.ts'
export type * from './contract.ts'
export { createTelegramDriver, DriverError, type TelegramDriver } from './driver.ts'
export type { LimitOptions, Rate } from './limits.ts'
export type { TelegramStandInOptions } from './options.ts'
export { startTelegramStandIn, type TelegramStandIn } from './start.ts'
