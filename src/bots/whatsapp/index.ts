export { createWhatsAppPacing } from './pacing.ts'
export type { SessionHealth } from './session/session.ts'
export { createWhatsAppSession, type StartableSession } from './session/whatsapp-session.ts'
export { createWhatsAppBot } from './whatsapp-bot.ts'
