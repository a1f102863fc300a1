import { describe, expect, test } from 'vitest'
import type { AgencyAction, AssignmentStatus } from '../../src/dispatch/incident/assignment.ts'
import { buttonsOf, confirmedActions, targetOf, undoWindowMs } from '../../src/dispatch/incident/transitions.ts'
import { buttonLabels } from '../../src/i18n/chat/id/words.ts'
import { alerting, plan } from './support/beginnings.ts'
import { commandFor, inStatus } from './support/in-status.ts'
import { operator } from './support/people.ts'
import { given } from './support/story.ts'

/** DESIGN.md, "Assignment": its table in its own words. */
const table: Record<AssignmentStatus, string> = {
  alerting: 'Kami tangani, Meluncur, Tidak bisa',
  notified: 'Kami tangani, Meluncur, Tidak bisa',
  acknowledged: 'Meluncur, Tiba di lokasi, Minta bantuan, Selesai (tanpa ke lokasi), Kembalikan',
  enRoute: 'Tiba di lokasi, Kendala, Minta bantuan, Tidak ditemukan, Kembalikan',
  onScene: 'Selesai, Kendala, Minta bantuan, Tidak ditemukan, Bawa ke RS',
  transporting: 'Tiba di RS',
  cleared: 'Kirim laporan',
  received: '',
  reported: '',
  reportAccepted: '',
  reportWaived: '',
  declined: '',
  handedBack: '',
  stoodDown: '',
}
const states = Object.keys(table) as AssignmentStatus[]

const inWords = (status: AssignmentStatus, agency: string): string[] =>
  buttonsOf(given(inStatus(status, agency)).assignment(agency)).map(action =>
    action === 'clear' && status === 'acknowledged' ? buttonLabels.clearRemotely : buttonLabels[action],
  )

const words = (row: string): string[] =>
  row
    .split(', ')
    .filter(word => word !== '')
    .sort()

describe('DESIGN, "Assignment": the buttons of each state, word for word', () => {
  test.each(states)('%s: an agency that transports', status => {
    expect(inWords(status, 'DINKES').sort()).toEqual(words(table[status]))
  })

  test.each(states.filter(status => status !== 'transporting'))('%s: an agency that does not', status => {
    expect(inWords(status, 'DAMKAR').sort()).toEqual(words(table[status]).filter(word => word !== 'Bawa ke RS'))
  })

  test('inform-only agencies: one button, Diterima', () => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]))
    expect(buttonsOf(story.assignment('POLRES')).map(action => buttonLabels[action])).toEqual(['Diterima'])
  })
})

describe('DESIGN, "Assignment": where each button leads', () => {
  const leads: Partial<Record<AgencyAction, string | undefined>> = {
    acknowledge: 'acknowledged',
    depart: 'enRoute',
    arrive: 'onScene',
    transport: 'transporting',
    arriveHospital: 'cleared',
    clear: 'cleared',
    notFound: 'cleared',
    obstacle: undefined,
    requestBackup: undefined,
  }
  test.each(Object.entries(leads))('%s -> %s', (action, to) => {
    expect(targetOf(action as AgencyAction)).toBe(to)
  })

  test('Tidak ditemukan has the outcome nihil', () => {
    const story = given(inStatus('onScene', 'DAMKAR')).press('DAMKAR', 'notFound')
    expect(story.assignment('DAMKAR').standing).toEqual({ status: 'cleared', remotely: false, outcome: 'nothingFound' })
  })

  test('Selesai, Tidak ditemukan, Kembalikan ask once more; Urungkan is there for two minutes', () => {
    expect(confirmedActions).toEqual(['clear', 'notFound', 'handBack'])
    expect(undoWindowMs).toBe(120_000)
  })

  test('on behalf of the agency nothing asks twice: the operator records Selesai in one command', () => {
    const story = given(inStatus('onScene', 'DAMKAR'))
    story.tell(commandFor(story.idOf('DAMKAR'), 'clear'), operator)
    expect(story.status('DAMKAR')).toBe('cleared')
    expect(story.sent()).toEqual(['cards'])
  })
})
