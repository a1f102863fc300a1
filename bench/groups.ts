import type { TelegramDriver } from '../src/simulator/telegram/index.ts'
import type { Desk } from './desk.ts'

/** Machine ms that the pairing of all may take. */
const pairingMs = 180_000
/** …and the answers to the last ones. */
const answeringMs = 60_000
/** Groups that are being paired at once. */
const atOnce = 10

export const agencyOf = (index: number): string => `OPD${index + 1}`

/** One agency and one group each (its label is the agency's code), paired as people do it: by a code typed in the group. */
export const pairGroups = async (
  admin: Desk,
  driver: TelegramDriver,
  centre: string,
  groups: number,
): Promise<string[]> => {
  const { id: person } = await driver.createUser({ firstName: 'Awak', username: 'awak' })
  const agencies = Array.from({ length: groups }, (_, index) => agencyOf(index))
  const pair = async (agency: string): Promise<void> => {
    await admin.post(`/api/admin/centres/${centre}/agencies`, {
      code: agency,
      name: agency,
      transports: false,
      dutyPhones: [],
      commanderPhone: null,
      answerSeconds: null,
    })
    const { id } = await driver.createChat({ title: agency, members: [person], labels: [agency] })
    const { code } = await admin.post<{ code: string }>(`/api/admin/centres/${centre}/pairing-codes`, {
      audience: { kind: 'agency', agency },
    })
    await driver.say(id, { as: person, text: `/pasang ${code}` })
  }
  for (let first = 0; first < groups; first += atOnce) {
    await Promise.all(agencies.slice(first, first + atOnce).map(pair))
  }
  await driver.waitFor(async () => {
    const { chats } = await admin.get<{ chats: unknown[] }>(`/api/admin/centres/${centre}/chats`)
    return chats.length >= groups ? true : undefined
  }, pairingMs)
  await driver.waitIdle(answeringMs)
  return agencies
}
