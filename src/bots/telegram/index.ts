export type { BotHealth, BotStatus } from './health.ts'
export { deepLink } from './start-links.ts'
export { createTelegramBot, type StartResult, type TelegramBot, type TelegramBotOptions } from './telegram-bot.ts'
export type { WebhookHandler } from './webhook.ts'
