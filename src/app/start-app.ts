import { randomBytes } from 'node:crypto'
import type { TrainingLink } from '../admin-api/dependencies.ts'
import { createApplication } from '../application/create-application.ts'
import type { Channel, ChannelName } from '../application/ports/channel.ts'
import type { Log } from '../application/ports/signals.ts'
import { renderer } from '../bots/rendering/renderer.ts'
import type { Config } from '../config.ts'
import { pacingOff } from '../queue/pacing.ts'
import { adoptStoredClock, shareClock } from './clock-sharing.ts'
import { machineClock, openFoundation } from './foundation.ts'
import { Stops } from './stops.ts'
import { openTelegram } from './telegram.ts'
import { playable } from './training/needs-chromium.ts'
import { openTrainingCity } from './training/training-city.ts'
import { openWeb } from './web.ts'
import { openWhatsApp, startWhatsApp } from './whatsapp/whatsapp.ts'
import { startWork } from './work.ts'

export interface RunningApp {
  /** address of the pages, absent without the role web */
  url?: string
  /** address of the stand-in's page, where this process plays the platform */
  simulatorUrl?: string
  /** address of the WhatsApp stand-in's control API, where this process plays WhatsApp */
  whatsAppSimulatorUrl?: string
  /** training without WhatsApp although it is switched on: where Chromium should have been */
  missingChromium?: string
  /** ways in for people: training links, or the first administrator's one-time link */
  links: TrainingLink[]
  stop(): Promise<void>
}

/** Starts everything that the configuration's roles ask for, in order; `stop` takes it down in the opposite order. */
export const startApp = async (config: Config, log: Log): Promise<RunningApp> => {
  const stops = new Stops()
  try {
    const { config: played, missingChromium } = await playable(config)
    if (missingChromium) log.warn({ path: missingChromium }, 'there is no Chromium: training starts without WhatsApp')
    const parts = await startParts(played, log, stops)
    return { ...parts, ...(missingChromium ? { missingChromium } : {}), stop: () => stops.run() }
  } catch (error) {
    await stops.run()
    throw error
  }
}

const startParts = async (config: Config, log: Log, stops: Stops): Promise<Omit<RunningApp, 'stop'>> => {
  const foundation = await openFoundation(config, log, stops)
  const { stores, clock, queue } = foundation
  if (config.mode === 'gladi') await adoptStoredClock(foundation)
  const city = await openTrainingCity(config, foundation, stops)

  const channels = new Map<ChannelName, Channel>()
  const application = createApplication({
    stores,
    serviceClock: clock,
    machineClock,
    wakeUps: queue.wakeUps,
    live: queue.liveFeed,
    pacing: config.pacing ? queue.pacing : pacingOff,
    channels,
    renderer,
    newToken: () => randomBytes(12).toString('base64url'),
    log,
    training: config.mode === 'gladi',
  })
  const { sweep } = application.work
  const telegram = openTelegram(config, foundation, application.chats, city?.telegram.apiRoot, log)
  channels.set('telegram', telegram.channel)
  const whatsapp = openWhatsApp(config, foundation, application, city?.whatsapp, log)
  if (whatsapp) channels.set('whatsapp', whatsapp.channel)

  const sweeper = config.roles.includes('worker')
    ? await startWork(config, foundation, application.work, { telegram, whatsapp }, log, stops)
    : null
  const sharedClock =
    config.mode === 'gladi'
      ? await shareClock(foundation, log, async () => {
          await queue.clockChanged()
          await sweeper?.now()
        })
      : null
  if (sharedClock) stops.add(() => sharedClock.stop())
  if (config.roles.includes('telegram')) {
    stops.add(() => telegram.stop())
    const started = await telegram.start()
    if (!started.ok) log.error({ reason: started.reason, detail: started.detail }, 'Telegram does not work')
  }
  if (whatsapp && config.roles.includes('whatsapp')) {
    startWhatsApp(config, foundation, whatsapp, application.work, log, stops)
  }
  const session = config.roles.includes('whatsapp') ? whatsapp : null
  const web = config.roles.includes('web')
    ? await openWeb(config, foundation, { application, telegram, whatsapp: session, sweep, sharedClock }, log, stops)
    : { links: [] }
  return {
    ...web,
    ...(city ? { simulatorUrl: city.telegram.pageUrl } : {}),
    ...(city?.whatsapp ? { whatsAppSimulatorUrl: city.whatsapp.url } : {}),
  }
}
