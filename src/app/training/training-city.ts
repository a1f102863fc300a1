import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { createTelegramDriver, startTelegramStandIn, type TelegramStandIn } from '../../simulator/telegram/index.ts'
import { createWhatsAppDriver, startWhatsAppStandIn, type WhatsAppStandIn } from '../../simulator/whatsapp/index.ts'
import type { Foundation } from '../foundation.ts'
import type { Stops } from '../stops.ts'
import { seedCentres } from './seed-centres.ts'
import { seedChats } from './seed-chats.ts'
import { seedPlaces } from './seed-places.ts'
import { seedPosts } from './seed-posts.ts'
import { seedWhatsApp, whatsAppAgencies } from './seed-whatsapp.ts'

/** The bot's name in training. */
const trainingBot = 'gladi112_bot'

/** The platforms as this process plays them. */
export interface TrainingCity {
  telegram: TelegramStandIn
  /** where WhatsApp is switched on */
  whatsapp?: WhatsAppStandIn
}

/** Training: two centres, their agencies, and (where this process plays the platform) their groups in the stand-in. */
export const openTrainingCity = async (
  config: Config,
  { stores, clock }: Foundation,
  stops: Stops,
): Promise<TrainingCity | null> => {
  if (config.mode !== 'gladi') return null
  await seedCentres(stores.directory, stores.information)
  await seedPosts(stores.directory)
  await seedPlaces(stores, clock.now())
  if (!config.roles.includes('simulator')) return null
  const whatsapp = await playWhatsApp(config, clock, stops)
  const telegram = await startTelegramStandIn({
    port: config.simulatorPort,
    token: config.telegram.token.reveal(),
    botUsername: trainingBot,
    botName: 'Tanggap 112 (GLADI)',
    clock,
    stateFile: join(config.dataDir, 'telegram-stand-in.json'),
    ...(config.pacing ? {} : { limits: 'off' }),
    ...(whatsapp ? { whatsapp: whatsapp.control } : {}),
  })
  stops.add(() => telegram.close())
  const onWhatsApp = whatsapp ? whatsAppAgencies : []
  await seedChats(createTelegramDriver(telegram.url), stores.chats, clock.now(), onWhatsApp)
  if (!whatsapp) return { telegram }
  await seedWhatsApp(createWhatsAppDriver(whatsapp.url), stores.chats, clock.now())
  return { telegram, whatsapp }
}

/** The stand-in of WhatsApp, whose owner links our number without being asked; null where WhatsApp is not switched on. */
const playWhatsApp = async (
  { whatsapp, dataDir }: Config,
  clock: Foundation['clock'],
  stops: Stops,
): Promise<WhatsAppStandIn | null> => {
  if (!whatsapp) return null
  const standIn = await startWhatsAppStandIn({
    port: whatsapp.standInPort,
    webPort: whatsapp.standInWebPort,
    scansAtOnce: true,
    clock,
    stateFile: join(dataDir, 'whatsapp-stand-in.json'),
  })
  stops.add(() => standIn.close())
  return standIn
}
