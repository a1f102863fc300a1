import type { EmergencyScenario } from '../../scenarios/scenario.ts'

/** How a scenario's facts go into the intake and must stand on every card: worked out from the scenario alone. */

const known = <T>(value: T): { known: T } => ({ known: value })

export const intakeAnswers = (scenario: EmergencyScenario) => ({
  type: known(scenario.type),
  location: known(`${scenario.kelurahan}, ${scenario.kecamatan}`),
  address: known(scenario.address),
  landmark: known(scenario.landmark),
  point: known(scenario.point),
  condition: known(scenario.condition),
  passable: known(scenario.passable),
  handlingSoFar: scenario.handlingSoFar === null ? ('unknown' as const) : known(scenario.handlingSoFar),
  victims: known(scenario.victims),
  hazards: scenario.hazards,
})
export type IntakeField = keyof ReturnType<typeof intakeAnswers>

const typeNames: Readonly<Record<string, string>> = {
  'KBK-BGN': 'KEBAKARAN BANGUNAN/RUMAH',
  LAKA: 'KECELAKAAN LALU LINTAS',
}
const priorityMarks: Readonly<Record<number, string>> = { 1: '🚨', 2: '⚠️', 3: '🔔', 4: 'ℹ️' }
const hazardNames: Readonly<Record<string, string>> = { fire: 'api', roadBlocked: 'jalan tertutup' }
const victimNames = [
  ['injured', 'luka'],
  ['sick', 'sakit'],
  ['trapped', 'terjebak'],
  ['missing', 'hilang'],
  ['dead', 'meninggal'],
] as const
const notAsked = 'belum ditanyakan'

/** "🚨 KEBAKARAN BANGUNAN/RUMAH — P1" */
export const cardTitle = ({ type, expect }: EmergencyScenario): string => {
  const priority = 'priority' in expect ? expect.priority : 1
  return `${priorityMarks[priority]} ${typeNames[type] ?? type} — P${priority}`
}

/** "1 luka, 2 terjebak" */
export const victimsInWords = (victims: EmergencyScenario['victims']): string =>
  victimNames
    .filter(([kind]) => (victims[kind] ?? 0) > 0)
    .map(([kind, name]) => `${victims[kind]} ${name}`)
    .join(', ') || 'tidak ada'

/** The lines of what is answered so far; a card never hides that something was not asked yet. */
export const cardLines = (scenario: EmergencyScenario, answered: ReadonlySet<IntakeField>): string[] => {
  const { point, hazards, victims } = scenario
  const said = (field: IntakeField, words: string): string => (answered.has(field) ? words : notAsked)
  return [
    ...(answered.has('address') ? [`📍 ${scenario.address}`] : []),
    ...(answered.has('location') ? [`${scenario.kelurahan}, ${scenario.kecamatan}`] : []),
    ...(answered.has('landmark') ? [`Patokan: ${scenario.landmark}`] : []),
    ...(answered.has('point') ? [`Buka peta (ketelitian ±${point.accuracyMetres} m)`] : []),
    `Roda 4: ${said('passable', scenario.passable ? 'bisa masuk' : 'TIDAK bisa masuk')}`,
    ...(hazards.length > 0 && answered.has('hazards')
      ? [`Bahaya: ${hazards.map(hazard => hazardNames[hazard] ?? hazard).join(', ')}`]
      : []),
    `Kondisi: ${said('condition', scenario.condition)}`,
    ...(answered.has('handlingSoFar') && scenario.handlingSoFar !== null
      ? [`Penanganan awal: ${scenario.handlingSoFar}`]
      : []),
    `Korban: ${said('victims', victimsInWords(victims))}`,
  ]
}

/** A number as it stays recognisable however it is written: with or without country code and trunk zero. */
export const lastDigits = (phone: string): string => phone.slice(-9)
