import type { EmergencyScenario } from '../../scenarios/scenario.ts'

/** How a scenario's facts must stand on every card: worked out from the scenario, not asked of the app. */

const typeNames: Readonly<Record<string, string>> = {
  'KBK-BGN': 'KEBAKARAN BANGUNAN/RUMAH',
  LAKA: 'KECELAKAAN LALU LINTAS',
}

const priorityMarks: Readonly<Record<number, string>> = { 1: '🚨', 2: '⚠️', 3: '🔔', 4: 'ℹ️' }

const hazardNames: Readonly<Record<string, string>> = {
  fire: 'api',
  roadBlocked: 'jalan tertutup',
}

const victimNames = { injured: 'luka', sick: 'sakit', trapped: 'terjebak', missing: 'hilang', dead: 'meninggal' } as const

/** "🚨 KEBAKARAN BANGUNAN/RUMAH — P1" */
export const cardTitle = ({ type, expect }: EmergencyScenario): string => {
  const priority = 'priority' in expect ? expect.priority : 1
  return `${priorityMarks[priority]} ${typeNames[type] ?? type} — P${priority}`
}

export const victimsLine = (victims: EmergencyScenario['victims']): string => {
  const counts = Object.entries(victimNames).flatMap(([kind, name]) => {
    const count = victims[kind as keyof typeof victimNames] ?? 0
    return count > 0 ? [`${count} ${name}`] : []
  })
  return `Korban: ${counts.join(', ') || 'tidak ada'}`
}

export const cardLines = (scenario: EmergencyScenario): string[] => {
  const { address, kelurahan, kecamatan, landmark, point, passable, hazards, condition, victims } = scenario
  return [
    `📍 ${address}`,
    `${kelurahan}, ${kecamatan}`,
    `Patokan: ${landmark}`,
    `Buka peta (ketelitian ±${point.accuracyMetres} m)`,
    `Roda 4: ${passable ? 'bisa masuk' : 'TIDAK bisa masuk'}`,
    ...(hazards.length === 0 ? [] : [`Bahaya: ${hazards.map(hazard => hazardNames[hazard] ?? hazard).join(', ')}`]),
    `Kondisi: ${condition}`,
    victimsLine(victims),
  ]
}
