import { z } from 'zod'
import type { MachineClock } from '../../application/ports/clocks.ts'
import type { SettingStore } from '../../application/ports/records.ts'
import type { Log } from '../../application/ports/signals.ts'
import type { SessionHealth, StartableSession } from '../../bots/whatsapp/index.ts'
import { machineClock } from '../foundation.ts'

const healthName = 'whatsappSession'
const wishName = 'whatsappWish'

/** Machine ms between two writes while nothing changes: a record that is older than three of them has no writer. */
const beatMs = 5_000
const staleMs = 3 * beatMs + 1_000
/** Machine ms between two looks for a wish; one that is older than this is not fulfilled any more. */
const lookMs = 500
const wishGoodForMs = 30_000

/** What the process that holds the session tells the others. */
export interface SharedSession {
  health: SessionHealth
  /** machine time of this word */
  at: number
  /** machine time at which messages last went and came; null before the first link */
  linkedAt: number | null
}

/** What an administrator wants of the session, in whichever process it is. */
const wishes = z.discriminatedUnion('kind', [
  /** a code to type on the phone with this number, digits only */
  z.object({ kind: z.literal('code'), phone: z.string().regex(/^\d{8,15}$/) }),
  z.object({ kind: z.literal('qr') }),
  z.object({ kind: z.literal('unlink') }),
  z.object({ kind: z.literal('restart') }),
])
export type SessionWish = z.infer<typeof wishes>
const storedWish = z.object({ id: z.string(), at: z.number(), wish: wishes })

const silent: SessionHealth = {
  status: 'off',
  detail: 'Tidak ada proses yang memegang sesi WhatsApp.',
  since: 0,
  number: null,
  pairing: null,
  chromiumBytes: null,
}

/** The session's state as far as any process knows it; a holder that went silent is none. */
export const readSession = async (
  settings: SettingStore,
  machine: MachineClock = machineClock,
): Promise<SharedSession> => {
  const stored = await settings.get<SharedSession>(healthName)
  if (!stored) return { health: silent, at: 0, linkedAt: null }
  if (machine.now() - stored.at <= staleMs) return stored
  return { ...stored, health: { ...silent, since: stored.at, number: stored.health.number } }
}

/** The word of the process that holds it. */
export const tellSession = (settings: SettingStore, word: SharedSession): Promise<void> =>
  settings.put(healthName, word)

export const askSession = (settings: SettingStore, id: string, wish: SessionWish): Promise<void> =>
  settings.put(wishName, { id, at: machineClock.now(), wish })

/** While this process holds the session: its state is stored at every change, and wishes are fulfilled. */
export const shareSession = (session: StartableSession, settings: SettingStore, log: Log) => {
  let linkedAt: number | null = null
  let writing: Promise<void> = Promise.resolve()
  let lastWish: string | undefined

  const write = async (): Promise<void> => {
    const at = machineClock.now()
    linkedAt ??= (await settings.get<SharedSession>(healthName))?.linkedAt ?? null
    const health = session.health()
    if (health.status === 'linked') linkedAt = at
    await tellSession(settings, { health, at, linkedAt })
  }

  const share = (): void => {
    if (!session.holds()) return
    writing = writing
      .then(write)
      .catch(error => log.warn({ error }, 'the state of the WhatsApp session was not stored'))
  }

  const fulfil: { [Kind in SessionWish['kind']]: (wish: Extract<SessionWish, { kind: Kind }>) => unknown } = {
    code: ({ phone }) => session.askCode(phone),
    qr: () => session.askQr(),
    unlink: () => session.unlink(),
    restart: () => session.restart(),
  }

  const look = async (): Promise<void> => {
    if (!session.holds()) return
    try {
      const { success, data } = storedWish.safeParse(await settings.get(wishName))
      if (!success || data.id === lastWish || machineClock.now() - data.at > wishGoodForMs) return
      lastWish = data.id
      // the row of a kind takes that kind; the compiler cannot follow that through the union
      const row = fulfil[data.wish.kind] as (wish: SessionWish) => unknown
      await row(data.wish)
    } catch (error) {
      log.warn({ error }, 'a wish to the WhatsApp session failed')
    }
  }

  const unwatch = session.watch(share)
  const beat = setInterval(share, beatMs)
  let looking: Promise<void> | null = null
  const looks = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null
    })
  }, lookMs)

  return {
    /** to be called while the session still holds its lease */
    stop: async (): Promise<void> => {
      unwatch()
      clearInterval(beat)
      clearInterval(looks)
      await looking
      await writing
    },
  }
}
