import { type City, ok } from './city.ts'

const agencies = Array.from({ length: 12 }, (_, index) => `OPD-${index + 1}`)
const units = ['Pancar 01', 'Pancar 02', 'AMB-3', 'Rescue 4']
const longWords = 'Api merambat ke gudang sebelah, angin kencang dari timur. '.repeat(60)

/**
 * A flood that takes the whole city: twelve agencies with their units, a night of updates, a morning of corrections.
 * Returns the incident's id.
 */
export const busiestIncident = async (city: City): Promise<string> => {
  const { incidents } = city.app
  const { directory } = city.stores
  for (const code of agencies) {
    await directory.putAgency({
      centre: 'SMG',
      code,
      name: code,
      transports: false,
      dutyPhones: ['+62 000 113'],
      commanderPhone: null,
      answerSeconds: null,
      active: true,
    })
  }
  const { id } = await city.located()
  const plan = agencies.map((agency, index) => ({
    agency,
    role: index === 0 ? ('lead' as const) : ('support' as const),
    duty: 'act' as const,
    units,
  }))
  ok(await incidents.dispatch(city.sender(), id, plan))
  const assignments = (await city.incident(id)).assignments
  await city.forward('20m', '5m')
  const heard = { via: 'radio', informant: 'Danru' } as const
  for (const { id: assignment } of assignments) {
    await city.forward('10s')
    for (const action of ['acknowledge', 'depart', 'requestBackup', 'arrive', 'obstacle'] as const) {
      ok(await incidents.recordAction(city.sender(), id, assignment, { action, heard }))
    }
    for (const unit of units) {
      for (const mark of ['depart', 'arrive', 'clear'] as const) {
        ok(await incidents.markUnit(city.sender(), id, assignment, { unit, mark, heard }))
      }
    }
  }
  for (let update = 0; update < 20; update++) {
    const condition = { known: `${update}: ${longWords}` }
    ok(await incidents.answerIntake(city.sender(), id, { condition, victims: { known: { injured: update } } }))
  }
  await correct(city, id)
  for (const { id: assignment } of assignments) {
    ok(await incidents.recordReport(city.sender(), id, assignment, { outcome: 'handled', text: longWords, heard }))
  }
  return id
}

/** Sixty corrections: five for each agency, a second earlier each time. */
const correct = async (city: City, id: string): Promise<void> => {
  for (const { id: assignment, steps } of (await city.incident(id)).assignments) {
    const step = steps.find(({ what }) => what === 'acknowledge')
    if (!step) throw new Error(`${assignment} has no answer to correct`)
    for (let count = 1; count <= 5; count++) {
      const correction = { kind: 'retimed', seq: step.seq, to: step.at - count * 1000 } as const
      const reason = `jam radio salah ${count}`
      ok(await city.app.incidents.correctStep(city.sender(), id, assignment, { correction, reason }))
    }
  }
}
