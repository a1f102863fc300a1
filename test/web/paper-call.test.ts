import { describe, expect, test } from 'vitest'
import { blankAgency, blankPaper, type PaperCall, readPaper } from '../../src/web/paper/paper-call.ts'

const zone = 'Asia/Jakarta'
const at = (day: number, hours: number, minutes = 0) => Date.UTC(2026, 10, day, hours - 7, minutes)
const paper = (part: Partial<PaperCall>, times: Partial<PaperCall['times']> = {}): PaperCall => {
  const blank = blankPaper('key-1', '2026-11-21')
  return { ...blank, ...part, times: { ...blank.times, openedAt: '22.40', ...times } }
}
const read = (...given: Parameters<typeof paper>) => readPaper(paper(...given), zone)

describe('what the paper says', () => {
  test('a silent call needs its time and its class, and nothing more', () => {
    expect(read({ callClass: 'ghost' })).toEqual({
      entry: { callClass: 'ghost', openedAt: at(21, 22, 40), classifiedAt: at(21, 22, 40) },
    })
    expect(readPaper(blankPaper('key-1', '2026-11-21'), zone).problems).toEqual({
      openedAt: 'missing',
      callClass: 'missing',
    })
  })

  test('what is earlier on the clock than the call happened after midnight', () => {
    const damkar = blankAgency('DAMKAR')
    damkar.times = { ...damkar.times, toldAt: '22:45', onSceneAt: '0.05', clearedAt: '01.10' }
    damkar.outcome = 'handled'
    damkar.report = ' Padam. '
    const { entry } = read({ callClass: 'normal', agencies: [damkar, blankAgency('PLN')] }, { finishedAt: '1.30' })
    expect(entry?.incident).toEqual({
      finishedAt: at(22, 1, 30),
      agencies: [
        {
          agency: 'DAMKAR',
          role: 'lead',
          duty: 'act',
          toldAt: at(21, 22, 45),
          onSceneAt: at(22, 0, 5),
          clearedAt: at(22, 1, 10),
          report: { outcome: 'handled', text: 'Padam.', at: at(22, 1, 10) },
        },
        { agency: 'PLN', role: 'support', duty: 'act' },
      ],
    })
  })

  test('every wrong time and every gap is named at its place', () => {
    const agency = { ...blankAgency(''), outcome: 'handled' as const }
    agency.times = { ...agency.times, toldAt: 'tadi' }
    expect(read({ callClass: 'normal', agencies: [agency] }, { endedAt: '25.00' }).problems).toEqual({
      endedAt: 'notATime',
      'agencies.0.agency': 'missing',
      'agencies.0.toldAt': 'notATime',
      'agencies.0.report': 'missing',
      'agencies.0.reportedAt': 'missing',
    })
  })

  test('an information call was answered or passed on; half an answer is asked for whole', () => {
    expect(read({ callClass: 'information' }).problems).toEqual({ topic: 'missing', answer: 'missing' })
    const referral = { receiver: ' PLN 123 ', note: '', ticket: 'T-1' }
    expect(read({ callClass: 'information', referral }).entry).toMatchObject({
      referral: { receiver: 'PLN 123', ticket: 'T-1' },
    })
    const half = { callClass: 'information', referral, answer: { topic: 'Padam', answer: '' } } as const
    expect(read(half).problems).toEqual({ answer: 'missing' })
  })

  test('what was typed for another class is not sent along', () => {
    const typed = { callClass: 'prank' as const, agencies: [blankAgency('PLN')], intake: { hazards: [] } }
    expect(read(typed).entry).not.toHaveProperty('incident')
  })
})
