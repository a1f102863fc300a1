import type { WhatsAppDriver } from '../../src/simulator/whatsapp/index.ts'
import type { Desk } from '../desk.ts'
import { agencyOf } from '../groups.ts'

/** Machine ms that the pairing of all may take. */
const pairingMs = 120_000
const member = 'Awak'

/** One agency and one group each (its label is the agency's code), paired as people do it: by a code typed in the group. */
export const pairWhatsAppGroups = async (
  admin: Desk,
  driver: WhatsAppDriver,
  centre: string,
  groups: number,
): Promise<string[]> => {
  await driver.createPerson({ name: member })
  const agencies = Array.from({ length: groups }, (_, index) => agencyOf(index))
  for (const agency of agencies) {
    await admin.post(`/api/admin/centres/${centre}/agencies`, {
      code: agency,
      name: agency,
      transports: false,
      dutyPhones: [],
      commanderPhone: null,
      answerSeconds: null,
    })
    await driver.createGroup({ title: agency, members: [member], labels: [agency] })
    const { code } = await admin.post<{ code: string }>(`/api/admin/centres/${centre}/pairing-codes`, {
      audience: { kind: 'agency', agency },
    })
    await driver.say(agency, { as: member, text: `/pasang ${code}` })
  }
  const answered = async () => {
    const said = await Promise.all(agencies.map(agency => driver.messages(agency)))
    return said.every(messages => messages.some(({ byDevice }) => byDevice)) || undefined
  }
  await driver.waitFor(answered, pairingMs, 'the answers to the codes')
  return agencies
}
