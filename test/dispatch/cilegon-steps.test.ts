import { describe, expect, test } from 'vitest'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { answered, notified, settled, submitted } from './support/beginnings.ts'
import { CallStory, givenCall } from './support/call-story.ts'
import { supervisor } from './support/people.ts'
import {
  acknowledged,
  answeredBy,
  archive,
  assignment,
  cleared,
  dispatch,
  note,
  onScene,
  prove,
  type Row,
  story,
  waive,
} from './support/prove-steps.ts'
import { givenBy, type Story } from './support/story.ts'

const cilegonCalls: Row<CallStory>[] = [
  {
    step: 'Cilegon, jangka waktu 1: panggilan masuk, 30 detik sampai 1 menit',
    clock: 'C1',
    kind: 'desk',
    targetSeconds: 30,
    limitSeconds: 60,
    basis: 'reading',
    start: profile => new CallStory(profile).open(),
    stops: {
      normal: call => call.classify('normal'),
      ghost: call => call.classify('ghost'),
      prank: call => call.classify('prank'),
      information: call => call.classify('information'),
    },
  },
  {
    step: 'Cilegon, jangka waktu 2: data laporan, 30 detik sampai 1 menit (kejadian darurat)',
    clock: 'C2',
    kind: 'desk',
    targetSeconds: 30,
    limitSeconds: 60,
    basis: 'reading',
    start: profile => givenCall('normal', profile),
    stops: {
      'the fields are submitted': note('NoteIntakeSubmitted'),
      'the incident is none': note('NoteIncidentCancelled'),
      'the call ends': call => call.tell({ type: 'EndCall' }),
    },
  },
  {
    step: 'Cilegon, jangka waktu 2: data laporan (informasi)',
    clock: 'C2',
    kind: 'desk',
    targetSeconds: 30,
    limitSeconds: 60,
    basis: 'reading',
    start: profile => givenCall('information', profile),
    stops: {
      'an answer is given': call => call.tell({ type: 'RecordAnswer', topic: 'pln', answer: 'text:answer' }),
      'the caller is referred': call => call.tell({ type: 'ReferCall', receiver: 'PLN' }),
    },
  },
  {
    step: 'Cilegon, jangka waktu 4: penyelesaian panggilan, 30 detik',
    clock: 'C4',
    kind: 'desk',
    targetSeconds: 30,
    basis: 'seed',
    start: profile => note('NoteIntakeSubmitted')(givenCall('normal', profile)),
    stops: { 'the operator finishes the call': call => call.tell({ type: 'EndCall' }) },
  },
]

const cilegonIncidents: Row<Story>[] = [
  {
    step: 'Cilegon, prosedur penerimaan 3: pelaporan kepada supervisor/dispatcher (tanpa angka)',
    clock: 'C3',
    kind: 'response',
    targetSeconds: 60,
    basis: 'internal',
    start: story(answered(), one => one.tell({ type: 'SubmitIntake' })),
    stops: { 'a dispatcher takes it': one => one.tell({ type: 'TakeIncident' }, supervisor) },
  },
  {
    step: 'Cilegon, prosedur pelaporan 1: dispatcher meneruskan laporan kepada OPD (tanpa angka)',
    clock: 'D1',
    kind: 'response',
    targetSeconds: 120,
    basis: 'internal',
    start: story(submitted()),
    stops: { 'every alert is confirmed': dispatch },
  },
  {
    step: 'Cilegon, prosedur pelaporan 2: OPD menerima laporan (tanpa angka)',
    clock: 'D2 DAMKAR',
    kind: 'response',
    targetSeconds: 180,
    basis: 'internal',
    start: story(notified()),
    stops: answeredBy,
  },
  {
    step: 'Cilegon, prosedur pelaporan 3: penanganan di lapangan (tanpa angka)',
    clock: 'D3 DAMKAR',
    kind: 'response',
    targetSeconds: 900,
    basis: 'internal',
    start: story(acknowledged),
    stops: onScene,
  },
  {
    step: 'Cilegon, prosedur pelaporan 4: penyampaian laporan penanganan (tanpa angka)',
    clock: 'D4 DAMKAR',
    kind: 'report',
    targetSeconds: 300,
    basis: 'internal',
    start: story(cleared),
    stops: { 'the report is filed': one => one.report('DAMKAR'), 'the report is waived': waive },
  },
  {
    step: 'Cilegon, prosedur pelaporan 5: close ticket (tanpa angka)',
    clock: 'D5',
    kind: 'desk',
    targetSeconds: 120,
    basis: 'internal',
    start: story(settled),
    stops: { 'the ticket is closed and archived': archive },
  },
]

describe('Cilegon', () => {
  prove(cilegon, cilegonCalls)
  prove(cilegon, cilegonIncidents)

  test('every clock of the profile stands here', () => {
    const rows = new Set([...cilegonCalls, ...cilegonIncidents].map(({ clock }) => clock.split(' ')[0]))
    expect([...rows].toSorted()).toEqual(cilegon.clocks.map(({ id }) => id).toSorted())
  })

  test.each(['ghost', 'prank'] as const)('a %s call is done with in one action: C2 and C4 take no time', callClass => {
    const call = givenCall(callClass, cilegon)
    expect([call.sayClock('C2'), call.sayClock('C4')]).toEqual(['stopped after 0 s', 'stopped after 0 s'])
  })

  test('D4 stays stopped when a report comes back', () => {
    const one = givenBy(cilegon, cleared).forward('1m').report('DAMKAR').forward('1m')
    one.tell({ type: 'ReturnReport', assignment: assignment(one), remark: 'text:remark' })
    expect(one.sayClock('D4 DAMKAR')).toBe('stopped after 60 s')
  })
})
