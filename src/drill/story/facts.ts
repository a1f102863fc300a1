import { type EmergencyScenario, isEmergency, type Scenario } from '../../scenarios/scenario.ts'

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

/** How cards name the types of the scenarios, and whether a group may read what happened to whom. */
const types: Readonly<Record<string, { name: string; restricted?: true }>> = {
  'KBK-BGN': { name: 'KEBAKARAN BANGUNAN/RUMAH' },
  LAKA: { name: 'KECELAKAAN LALU LINTAS' },
  ROB: { name: 'BANJIR ROB' },
  MED: { name: 'DARURAT MEDIS', restricted: true },
  PHN: { name: 'POHON TUMBANG' },
  ODGJ: { name: 'GANGGUAN JIWA (ODGJ)', restricted: true },
  HWN: { name: 'EVAKUASI HEWAN BERBAHAYA' },
  GAS: { name: 'KEBOCORAN GAS/B3' },
  'KBK-LHN': { name: 'KEBAKARAN LAHAN/ILALANG/SAMPAH' },
  JEPIT: { name: 'KECELAKAAN KERJA/ORANG TERJEBAK' },
  LAUT: { name: 'KECELAKAAN LAUT/ORANG HILANG DI LAUT' },
}
const priorityMarks: Readonly<Record<number, string>> = { 1: '🚨', 2: '⚠️', 3: '🔔', 4: 'ℹ️' }
const hazardNames: Readonly<Record<string, string>> = {
  fire: 'api',
  powerLine: 'kabel listrik',
  pipedGas: 'pipa gas',
  violent: 'orang mengamuk',
  roadBlocked: 'jalan tertutup',
}
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
  return `${priorityMarks[priority]} ${types[type]?.name ?? type} — P${priority}`
}

/** Types whose groups read address, access and danger only. */
export const isRestricted = ({ type }: EmergencyScenario): boolean => types[type]?.restricted ?? false

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
  const place = [
    ...(answered.has('address') ? [`📍 ${scenario.address}`] : []),
    ...(answered.has('location') ? [`${scenario.kelurahan}, ${scenario.kecamatan}`] : []),
    ...(answered.has('landmark') ? [`Patokan: ${scenario.landmark}`] : []),
    ...(answered.has('point') ? [`Buka peta (ketelitian ±${point.accuracyMetres} m)`] : []),
    `Roda 4: ${said('passable', scenario.passable ? 'bisa masuk' : 'TIDAK bisa masuk')}`,
    ...(hazards.length > 0 && answered.has('hazards')
      ? [`Bahaya: ${hazards.map(hazard => hazardNames[hazard] ?? hazard).join(', ')}`]
      : []),
  ]
  if (isRestricted(scenario)) return place
  return [
    ...place,
    `Kondisi: ${said('condition', scenario.condition)}`,
    ...(answered.has('handlingSoFar') && scenario.handlingSoFar !== null
      ? [`Penanganan awal: ${scenario.handlingSoFar}`]
      : []),
    `Korban: ${said('victims', victimsInWords(victims))}`,
  ]
}

/** A number as it stays recognisable however it is written: with or without country code and trunk zero. */
export const lastDigits = (phone: string): string => phone.slice(-9)

/** Words that no chat may ever show: who called, and what a restricted type keeps for Lihat detail. */
export const secretsOf = (scenario: Scenario): string[] => {
  const { name, phone } = scenario.caller
  const intimate =
    isEmergency(scenario) && isRestricted(scenario) ? [scenario.condition, scenario.handlingSoFar ?? ''] : []
  return [name, lastDigits(phone), ...intimate].filter(word => word !== '')
}
