import { describe, expect, test } from 'vitest'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { answered, houseFire, notified, opened, settled } from './support/beginnings.ts'
import { CallStory, givenCall } from './support/call-story.ts'
import {
  acknowledged,
  answeredBy,
  archive,
  cleared,
  confirmAll,
  dispatch,
  note,
  onScene,
  prove,
  type Row,
  story,
  waive,
} from './support/prove-steps.ts'
import { givenBy, type Story } from './support/story.ts'

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
