/** @import { ChatId, Platform, PlatformName } from '../page-types.d.ts' */
import { telegram } from './telegram.js'
import { whatsapp } from './whatsapp.js'

/** @type {Record<PlatformName, Platform>} */
const ALL = { telegram, whatsapp }

/** @type {PlatformName[]} */
const served = await (await fetch('/sim/platforms')).json()

/** The platforms whose stand-ins run here. */
export const platforms = served.map(name => ALL[name])

/** The platform of a chat, person or message's chat. @param {{ platform: PlatformName }} of */
export const platformOf = ({ platform }) => ALL[platform]

/** The platform of a chat that may not be known yet: Telegram's chats have numbers, WhatsApp's have words. @param {ChatId} id */
export const platformOfChat = id => ALL[typeof id === 'number' ? 'telegram' : 'whatsapp']
