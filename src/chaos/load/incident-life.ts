import { setTimeout as pause } from 'node:timers/promises'
import { ApiRefusal } from '../../drill/api/desk.ts'
import type { IncidentRecord } from '../../drill/api/views.ts'
import type { Dice } from '../dice.ts'
import type { AskedAlert } from '../evidence/evidence.ts'
import type { Violation } from '../laws/violation.ts'
import { type ChannelName, centre, channelOf, groupOf, type PlannedCall } from '../plan/plan-calls.ts'
import { doJob } from './crew.ts'
import type { PatientDesk } from './patient-desk.ts'
import type { Phones } from './phones/phones.ts'

/** What the lives of all incidents share. */
export interface Load {
  operator: PatientDesk
  phones: Readonly<Record<ChannelName, Phones>>
  /** every alert that was asked for, as soon as it was */
  asked: AskedAlert[]
  /** calls that could not be handled */
  failures: Violation[]
}

const intakeOf = (type: string) => ({
  type: { known: type },
  location: { known: 'Kelurahan Contoh' },
  address: { known: 'Jl. Contoh 1' },
  landmark: 'unknown',
  point: { known: { lat: -6.99, lng: 110.42, accuracyMetres: 50 } },
  condition: { known: 'Kejadian uji' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 0 } },
  hazards: [],
})

/** From the ring to the archive, as far as its crews take it. */
export const liveThrough = async (load: Load, call: PlannedCall, dice: Dice): Promise<void> => {
  const { operator, asked } = load
  const rangAt = Date.now()
  const calls = `/api/centres/${centre}/calls`
  const { id } = await operator.post<{ id: string }>(calls, { phone: '+62000000000' })
  const { incident } = await operator.post<{ incident: string }>(`${calls}/${id}/classify`, { callClass: 'normal' })
  const path = `/api/centres/${centre}/incidents/${incident}`
  await operator.patch(`${path}/intake`, intakeOf(call.type))
  await operator.post(`${path}/submit`)
  const askedAt = Date.now()
  const { number } = await operator.post<IncidentRecord>(`${path}/dispatch`, {
    agencies: call.agencies.map(({ agency }, place) => ({ agency, role: place ? 'support' : 'lead', duty: 'act' })),
  })
  const answeredAt = Date.now()
  for (const { agency } of call.agencies) {
    asked.push({ incident, number, agency, chat: groupOf(agency), rangAt, askedAt, answeredAt })
  }
  const done = await Promise.all(
    call.agencies.map(({ agency, crew }) =>
      doJob({
        kind: crew,
        number,
        agency,
        phones: load.phones[channelOf(agency)].of(
          groupOf(agency),
          [1, 2].map(crewNumber => `Regu ${crewNumber} ${agency} ${centre}`),
        ),
        dice,
      }),
    ),
  )
  if (done.every(Boolean)) await archive(load, path)
}

/** Accepts the reports and closes; what was too early is asked again. */
const archive = async ({ operator }: Load, path: string): Promise<void> => {
  const { assignments } = await operator.get<IncidentRecord>(path)
  for (const { id, status } of assignments) {
    if (status !== 'declined') await insist(operator, `${path}/assignments/${encodeURIComponent(id)}/report/accept`)
  }
  await insist(operator, `${path}/close`)
}

const times = 20
const betweenMs = 1_000

const insist = async (operator: PatientDesk, path: string): Promise<void> => {
  for (let time = 0; time < times; time++) {
    try {
      await operator.post(path)
      return
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error
      await pause(betweenMs)
    }
  }
}
