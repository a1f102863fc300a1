import { describe, expect, test } from 'vitest'
import { limitSecondsOf } from '../../src/dispatch/clocks/clock.ts'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import type { Basis, ClockKind, SopProfile } from '../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { answered, firePlan, houseFire, lone, notified, opened, settled, submitted } from './support/beginnings.ts'
import { CallStory, givenCall } from './support/call-story.ts'
import { supervisor } from './support/people.ts'
import { type Beginning, givenBy, type Story } from './support/story.ts'

/** Each time limit of the two standards: the step of the document, the figure, what starts it and what stops it. */
interface Row<Subject> {
  step: string
  clock: string
  kind: ClockKind
  targetSeconds: number
  limitSeconds?: number
  basis: Basis
  start: (profile: SopProfile) => Subject
  stops: Record<string, (subject: Subject) => unknown>
}

const story =
  (...beginnings: Beginning[]) =>
  (profile: SopProfile) =>
    givenBy(profile, ...beginnings)

const assignment = (one: Story) => one.idOf('DAMKAR')
const archive = (one: Story) =>
  one.tell({ type: 'CloseIncident' }).tell({ type: 'NoteClosure', assignment: assignment(one), result: 'sent' })
const dispatch = (one: Story) =>
  one.tell({ type: 'DispatchIncident', agencies: firePlan }).deliver(...firePlan.map(({ agency }) => agency))
const acknowledged: Beginning = one => {
  lone()(one)
  one.press('DAMKAR', 'acknowledge')
}
const cleared: Beginning = one => {
  acknowledged(one)
  one.press('DAMKAR', 'arrive').press('DAMKAR', 'clear')
}
const confirmAll = (one: Story) =>
  one.press('DAMKAR', 'acknowledge').press('PLN', 'acknowledge').press('DINKES', 'depart').press('DAMKAR', 'depart')

const answeredBy: Row<Story>['stops'] = {
  'the agency takes the job': one => one.press('DAMKAR', 'acknowledge'),
  'it sets out at once': one => one.press('DAMKAR', 'depart'),
  'it cannot': one => one.decline('DAMKAR'),
  'it says so by phone': one => one.record('DAMKAR', 'acknowledge'),
}
const onScene: Row<Story>['stops'] = {
  'the first unit arrives': one => one.press('DAMKAR', 'arrive'),
  'it is handled without going': one => one.press('DAMKAR', 'clear'),
}
const waive = (one: Story) =>
  one.tell({ type: 'WaiveReport', assignment: assignment(one), reason: 'text:reason' }, supervisor)

const note = (type: 'NoteIntakeSubmitted' | 'NoteIncidentCancelled') => (call: CallStory) =>
  call.tell({ type, incident: 'INC', at: call.now })

const semarangCalls: Row<CallStory>[] = [
  {
    step: 'Semarang, langkah 1: menerima telepon masuk, 30 detik',
    clock: 'S1',
    kind: 'desk',
    targetSeconds: 30,
    basis: 'seed',
    start: profile => new CallStory(profile).open(),
    stops: {
      normal: call => call.classify('normal'),
      ghost: call => call.classify('ghost'),
      prank: call => call.classify('prank'),
      information: call => call.classify('information'),
    },
  },
  {
    step: 'Semarang, langkah 2: menanyakan dan menginput informasi a-h, 4 menit',
    clock: 'S2',
    kind: 'desk',
    targetSeconds: 240,
    basis: 'seed',
    start: profile => givenCall('normal', profile),
    stops: {
      'the fields are submitted': note('NoteIntakeSubmitted'),
      'the incident is cancelled': note('NoteIncidentCancelled'),
      'the call ends': call => call.tell({ type: 'EndCall' }),
    },
  },
]

const semarangIncidents: Row<Story>[] = [
  {
    step: 'Semarang, langkah 3: mengirim informasi kepada OPD, 2 menit',
    clock: 'S3',
    kind: 'response',
    targetSeconds: 120,
    basis: 'seed',
    start: story(answered(), one => one.tell({ type: 'SubmitIntake' })),
    stops: { 'every alert is confirmed': dispatch },
  },
  {
    step: 'Semarang, langkah 4: 3 menit untuk petugas call center',
    clock: 'S4a DAMKAR',
    kind: 'response',
    targetSeconds: 180,
    basis: 'reading',
    start: story(notified()),
    stops: answeredBy,
  },
  {
    step: 'Semarang, langkah 4: 15 menit untuk tindak lanjut lapangan',
    clock: 'S4b DAMKAR',
    kind: 'response',
    targetSeconds: 900,
    basis: 'reading',
    start: story(acknowledged),
    stops: onScene,
  },
  {
    step: 'Semarang, langkah 5: konfirmasi kesediaan dan pantauan, 7 menit',
    clock: 'S5',
    kind: 'response',
    targetSeconds: 420,
    basis: 'reading',
    start: story(notified()),
    stops: { 'every required agency acknowledged and the lead set out': confirmAll },
  },
  {
    step: 'Semarang, langkah 6: menerima laporan penanganan, 5 menit',
    clock: 'S6 DAMKAR',
    kind: 'report',
    targetSeconds: 300,
    basis: 'reading',
    start: story(cleared),
    stops: { 'the report is accepted': one => one.report('DAMKAR').accept('DAMKAR'), 'the report is waived': waive },
  },
  {
    step: 'Semarang, langkah 7: memberitahukan penutupan, diarsipkan, 2 menit',
    clock: 'S7',
    kind: 'desk',
    targetSeconds: 120,
    basis: 'seed',
    start: story(settled),
    stops: { 'the record is archived': archive },
  },
  {
    step: 'Semarang, waktu penyelesaian: 36 menit',
    clock: 'TOTAL',
    kind: 'figure',
    targetSeconds: 2160,
    basis: 'reading',
    start: story(opened),
    stops: {
      'every report is accepted': one => {
        one.tell({ type: 'AnswerIntake', change: houseFire })
        dispatch(one).standDown('PLN').standDown('DINKES').finish('DAMKAR')
      },
    },
  },
]

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

interface Clocked {
  now: number
  forward(span: string): unknown
  sayClock(name: string): string
}

const prove = <Subject extends Clocked>(profile: SopProfile, rows: Row<Subject>[]) => {
  describe.each(rows)('$step: $clock', row => {
    test('has the figure of the document', () => {
      const definition = profile.clocks.find(({ id }) => id === row.clock.split(' ')[0])
      expect(definition).toMatchObject({ kind: row.kind, targetSeconds: row.targetSeconds, basis: row.basis })
      expect(definition && limitSecondsOf(definition)).toBe(row.limitSeconds ?? row.targetSeconds)
    })

    test.each(Object.entries(row.stops))('stops when %s', (_, stop) => {
      const subject = row.start(profile)
      const startedAt = subject.now
      expect(subject.sayClock(row.clock)).toBe('running')
      subject.forward('7s')
      expect(subject.sayClock(row.clock)).toBe('running')
      stop(subject)
      expect(subject.sayClock(row.clock)).toBe(`stopped after ${(subject.now - startedAt) / 1000} s`)
      expect(subject.now - startedAt).toBe(7000)
    })
  })
}

describe('Semarang', () => {
  prove(semarang, semarangCalls)
  prove(semarang, semarangIncidents)

  test('every clock of the profile stands here', () => {
    const rows = [...semarangCalls, ...semarangIncidents].map(({ clock }) => clock.split(' ')[0])
    expect(rows).toEqual(semarang.clocks.map(({ id }) => id))
  })

  test('steps 2 to 6, one after the other, make the published 36 minutes', () => {
    const figures = ['S2', 'S3', 'S4a', 'S4b', 'S5', 'S6'].map(
      id => semarang.clocks.find(clock => clock.id === id)?.targetSeconds ?? Number.NaN,
    )
    expect(figures.reduce((sum, seconds) => sum + seconds)).toBe(2160)
  })

  test('S2 is for normal calls only', () => {
    expect(givenCall('information').sayClock('S2')).toBe('not started')
  })
})

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

describe('whose clocks run', () => {
  test('an inform agency has none', () => {
    const one = givenBy(semarang, notified()).press('POLRES', 'receive')
    for (const id of ['S4a', 'S4b', 'S6']) expect(one.sayClock(`${id} POLRES`)).toBe('not started')
  })

  test('only the lead has the limit of the field', () => {
    const one = givenBy(semarang, notified()).press('PLN', 'acknowledge').press('DAMKAR', 'acknowledge')
    expect(one.sayClock('S4b PLN')).toBe('not started')
    expect(one.sayClock('S4b DAMKAR')).toBe('running')
  })

  test('an agency that left has no limit for a report', () => {
    const one = givenBy(semarang, notified()).press('PLN', 'arrive').press('PLN', 'clear').forward('1m')
    one.standDown('PLN')
    expect(one.sayClock('S6 PLN')).toBe('ended after 60 s')
  })
})
