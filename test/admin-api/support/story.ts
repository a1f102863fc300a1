import { randomUUID } from 'node:crypto'
import type { CallView, IncidentView, IntakeAnswers } from '../../../src/admin-api/contract/index.ts'
import { callView, incidentView } from '../../../src/admin-api/contract/service.ts'
import { type Answer, type Client, refusalOf } from './client.ts'

const accepted = (answer: Answer, status = 200): unknown => {
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
export const asCall = (answer: Answer, status = 200): CallView => callView.parse(accepted(answer, status))
export const asIncident = (answer: Answer): IncidentView => incidentView.parse(accepted(answer))
export const said = (answer: Answer): [number, string] => [answer.status, refusalOf(answer).code]

export const fullIntake: IntakeAnswers = {
  type: { known: 'KBK-BGN' },
  location: { known: 'Kelurahan Contoh' },
  address: { known: 'Jalan Contoh 1' },
  point: { known: { lat: -6.99, lng: 110.42, accuracyMetres: 30 } },
  condition: { known: 'Api di dapur' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 1 } },
  reporterName: { known: 'Pelapor Contoh' },
  reporterPhone: { known: '0800 0000 112' },
  hazards: ['fire'],
}

export const incidentPath = (incident: IncidentView): string =>
  `/api/centres/${incident.centre}/incidents/${incident.id}`

/** A normal call and its incident, opened in this centre. */
export const openIncident = async (
  client: Client,
  centre = 'SMG',
): Promise<{ call: CallView; incident: IncidentView }> => {
  const opened = asCall(
    await client.post(`/api/centres/${centre}/calls`, { phone: '0800 0000 112' }, randomUUID()),
    201,
  )
  const callPath = `/api/centres/${centre}/calls/${opened.id}`
  const call = asCall(await client.post(`${callPath}/classify`, { callClass: 'normal' }))
  return { call, incident: asIncident(await client.get(`/api/centres/${centre}/incidents/${call.incident}`)) }
}

/** An incident whose fire brigade was alerted. */
export const dispatchedIncident = async (client: Client, centre = 'SMG'): Promise<IncidentView> => {
  const { incident } = await openIncident(client, centre)
  const path = incidentPath(incident)
  asIncident(await client.patch(`${path}/intake`, fullIntake))
  asIncident(await client.post(`${path}/submit`))
  return asIncident(
    await client.post(`${path}/dispatch`, { agencies: [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }] }),
  )
}
