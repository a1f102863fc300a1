/** @import { StandInStatus } from '../../telegram/contract.ts' */
/** @import { StandInStatus as WhatsAppStatus } from '../../whatsapp/contract.ts' */
import { store } from './store.js'

/** Telegram's stand-in, as last seen. @returns {StandInStatus | undefined} */
export const telegramStatus = () => /** @type {StandInStatus | undefined} */ (store.statuses.get('telegram'))

/** WhatsApp's stand-in, as last seen. @returns {WhatsAppStatus | undefined} */
export const whatsappStatus = () => /** @type {WhatsAppStatus | undefined} */ (store.statuses.get('whatsapp'))

/** The bot that Telegram's chats talk to. */
export const ownBot = () => telegramStatus()?.bot
