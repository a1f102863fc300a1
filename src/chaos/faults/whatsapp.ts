import { DriverError } from '../../simulator/whatsapp/index.ts'
import { cutPower, type Fault, pause, type Victim } from './fault.ts'

/** What the administrator's page tells of the session, as far as it matters here. */
interface SessionView {
  status: string
  /** machine ms */
  since: number
  pairing: { kind: string; content?: string } | null
}

/** Machine ms between two looks at that page. */
const lookEveryMs = 500

/** Waits until the app is linked again after this moment (machine ms); somebody scans whatever code its page shows. */
export const linkedAfter = async (
  { administrator, whatsapp }: Pick<Victim, 'administrator' | 'whatsapp'>,
  moment: number,
): Promise<void> => {
  for (;;) {
    const { status, since, pairing } = await administrator.get<SessionView>('/api/admin/whatsapp')
    if (status === 'linked' && since >= moment) return
    if (pairing?.content !== undefined) await scan(whatsapp, pairing.content)
    await pause(lookEveryMs)
  }
}

const scan = async ({ driver }: Victim['whatsapp'], qr: string): Promise<void> => {
  try {
    await driver.link({ qr })
  } catch (error) {
    // another code is shown by now, or the page is gone: it is looked at again
    if (!(error instanceof DriverError)) throw error
  }
}

/** An alert is on its way to a group there when it goes. */
const cut = { lane: 'whatsapp', channel: 'whatsapp', calls: 1, waits: [0, 1_500] } as const

/** What befalls the one device that is linked to WhatsApp. It is over when messages go and come again. */
export const whatsAppFaults = {
  killChromium: {
    what: 'kill -9 of the Chromium in which WhatsApp runs',
    ...cut,
    lasts: [0, 0],
    play: async victim => {
      const moment = Date.now()
      await victim.whatsapp.killChromium()
      await linkedAfter(victim, moment)
    },
  },
  logout: {
    what: 'the phone ends the link to WhatsApp; somebody links it again',
    ...cut,
    lasts: [500, 5_000],
    play: async (victim, lastsMs) => {
      const moment = Date.now()
      await victim.whatsapp.driver.unlink('logout')
      await pause(lastsMs)
      await linkedAfter(victim, moment)
    },
  },
  killWhatsApp: {
    what: 'kill -9 of the process that has WhatsApp',
    ...cut,
    lasts: [200, 4_000],
    play: async (victim, lastsMs) => {
      const moment = Date.now()
      await cutPower(victim, ['whatsapp'], lastsMs)
      await linkedAfter(victim, moment)
    },
  },
} satisfies Record<string, Fault>
