import { createTelegramDriver } from '../../simulator/telegram/driver.ts'
import { createWhatsAppDriver } from '../../simulator/whatsapp/driver.ts'
import { must } from '../story/story.ts'
import type { Happening } from './chat-message.ts'
import type { Platform, Stirring } from './platform.ts'
import { openTelegram } from './telegram.ts'
import { openWhatsApp } from './whatsapp.ts'

/** All chats of the drill, each on its platform. */
export interface Chats extends Omit<Platform, 'labels'> {
  /** whether what is pressed there are buttons; else people answer by number, and are told by a sign or a message */
  hasButtons(chat: string): boolean
}

/** Where the stand-ins are, without a slash at the end; without WhatsApp's every agency is on Telegram. */
export interface StandIns {
  standInUrl: string
  whatsAppUrl?: string
}

/** Both platforms as one for whoever waits until all is still. */
export const stirringOf = ({ standInUrl, whatsAppUrl }: StandIns): Stirring => {
  const drivers: Stirring[] = [createTelegramDriver(standInUrl)]
  if (whatsAppUrl !== undefined) drivers.push(createWhatsAppDriver(whatsAppUrl))
  return together(drivers)
}

const together = (all: readonly Stirring[]): Stirring => ({
  waitIdle: async ms => {
    const seen = await Promise.all(all.map(one => one.waitIdle(ms)))
    return { idle: seen.every(({ idle }) => idle), seq: seen.reduce((sum, { seq }) => sum + seq, 0) }
  },
})

/** Opens the chats; what happens from now on is news. `rest`: see `openWhatsApp`. */
export const openChats = async ({ standInUrl, whatsAppUrl }: StandIns, rest: () => Promise<void>): Promise<Chats> => {
  const telegram = await openTelegram(createTelegramDriver(standInUrl))
  const platforms = [telegram]
  if (whatsAppUrl !== undefined) platforms.push(await openWhatsApp(createWhatsAppDriver(whatsAppUrl), rest))

  const on = ({ chat }: { chat: string }): Platform => {
    const platform = platforms.find(({ labels }) => labels.has(chat))
    must(platform !== undefined, `no chat is labelled ${chat}`)
    return platform
  }
  return {
    ...together(platforms),
    hasButtons: chat => telegram.labels.has(chat),
    news: async () => {
      const news: Happening[] = []
      for (const platform of platforms) news.push(...(await platform.news()))
      return news
    },
    press: press => on(press).press(press),
    pressUnheard: press => on(press).pressUnheard(press),
    reportByCode: report => on(report).reportByCode(report),
    reply: reply => on(reply).reply(reply),
  }
}
