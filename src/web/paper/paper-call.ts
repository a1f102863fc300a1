import type { BackEntry, IntakeAnswers } from '../../admin-api/contract/index.ts'
import { timeOfDayOn } from '../time/format.ts'
import type { CallClass, ReportOutcome } from '../words.ts'

/** A call as it stands on paper: one date, and times of day as somebody wrote them. Empty text: the paper says nothing. */

export const callTimes = ['openedAt', 'classifiedAt', 'endedAt'] as const
export const incidentTimes = ['submittedAt', 'takenAt', 'dispatchedAt', 'finishedAt'] as const
export const agencyTimes = ['toldAt', 'acknowledgedAt', 'onSceneAt', 'clearedAt'] as const
type PaperTime = (typeof callTimes)[number] | (typeof incidentTimes)[number]
type AgencyTime = (typeof agencyTimes)[number]

export interface PaperAgency {
  agency: string
  duty: 'act' | 'inform'
  /** its alert is to go out now */
  alert: boolean
  times: Record<AgencyTime | 'reportedAt', string>
  outcome: ReportOutcome | null
  report: string
}

export interface PaperCall {
  /** its command's key: the same paper that is sent again is the same call */
  key: string
  /** YYYY-MM-DD in the centre's zone, of the moment at which the telephone rang */
  date: string
  times: Record<PaperTime, string>
  phone: string
  name: string
  callClass: CallClass | null
  answer: { topic: string; answer: string }
  referral: { receiver: string; note: string; ticket: string }
  intake: IntakeAnswers
  /** the first one leads */
  agencies: PaperAgency[]
}

export const blankPaper = (key: string, date: string): PaperCall => ({
  key,
  date,
  times: {
    openedAt: '',
    classifiedAt: '',
    endedAt: '',
    submittedAt: '',
    takenAt: '',
    dispatchedAt: '',
    finishedAt: '',
  },
  phone: '',
  name: '',
  callClass: null,
  answer: { topic: '', answer: '' },
  referral: { receiver: '', note: '', ticket: '' },
  intake: {},
  agencies: [],
})

export const blankAgency = (agency: string): PaperAgency => ({
  agency,
  duty: 'act',
  alert: false,
  times: { toldAt: '', acknowledgedAt: '', onSceneAt: '', clearedAt: '', reportedAt: '' },
  outcome: null,
  report: '',
})

/** What keeps a paper from being sent, by the name of its field ("openedAt", "agencies.0.toldAt"). */
export type Problems = Readonly<Record<string, 'missing' | 'notATime'>>
export type Reading = { entry: BackEntry; problems?: never } | { entry?: never; problems: Problems }

/** The paper as the server takes it, every time in the centre's zone; after midnight means the day after. */
export const readPaper = (paper: PaperCall, timeZone: string): Reading => {
  const problems: Record<string, Problems[string]> = {}
  const opened = timeOfDayOn(paper.date, paper.times.openedAt, timeZone)

  const timeOf = (field: string, text: string): number | undefined => {
    if (text.trim() === '') return undefined
    const at = timeOfDayOn(paper.date, text, timeZone, opened ?? undefined)
    if (at === null) problems[field] = 'notATime'
    return at ?? undefined
  }
  const needed = (field: string, at: number | undefined): number => {
    if (at === undefined) problems[field] ??= 'missing'
    return at ?? 0
  }
  const written = (field: string, text: string): string => {
    if (text.trim() === '') problems[field] = 'missing'
    return text.trim()
  }

  const agencyOf = (agency: PaperAgency, index: number) => {
    const at = (name: keyof PaperAgency['times']) => timeOf(`agencies.${index}.${name}`, agency.times[name])
    const reportedAt = at('reportedAt')
    return {
      agency: written(`agencies.${index}.agency`, agency.agency),
      role: index === 0 ? ('lead' as const) : ('support' as const),
      duty: agency.duty,
      ...(agency.alert && { alert: true }),
      ...withTimes(agencyTimes, at),
      ...(agency.outcome !== null && {
        report: {
          outcome: agency.outcome,
          text: written(`agencies.${index}.report`, agency.report),
          at: needed(`agencies.${index}.reportedAt`, reportedAt ?? at('clearedAt')),
        },
      }),
    }
  }

  const { callClass } = paper
  if (callClass === null) problems.callClass = 'missing'
  const openedAt = needed('openedAt', timeOf('openedAt', paper.times.openedAt))
  const endedAt = timeOf('endedAt', paper.times.endedAt)
  const entry: BackEntry = {
    callClass: callClass ?? 'normal',
    openedAt,
    // the paper seldom has a time of its own for it
    classifiedAt: timeOf('classifiedAt', paper.times.classifiedAt) ?? openedAt,
    ...(endedAt !== undefined && { endedAt }),
    ...(paper.phone.trim() !== '' && { phone: paper.phone.trim() }),
    ...(paper.name.trim() !== '' && { name: paper.name.trim() }),
    ...(callClass === 'information' && informed(paper, written)),
    ...(callClass === 'normal' && {
      incident: {
        ...(Object.keys(paper.intake).length > 0 && { intake: paper.intake }),
        ...withTimes(incidentTimes, name => timeOf(name, paper.times[name])),
        ...(paper.agencies.length > 0 && { agencies: paper.agencies.map(agencyOf) }),
      },
    }),
  }
  return Object.keys(problems).length > 0 ? { problems } : { entry }
}

const withTimes = <Name extends string>(
  names: readonly Name[],
  at: (name: Name) => number | undefined,
): Partial<Record<Name, number>> =>
  Object.fromEntries(names.flatMap(name => (at(name) === undefined ? [] : [[name, at(name)]]))) as Partial<
    Record<Name, number>
  >

/** An information call was answered, referred, or both; half an answer is asked for whole. */
const informed = ({ answer, referral }: PaperCall, written: (field: string, text: string) => string) => {
  const answered = answer.topic.trim() !== '' || answer.answer.trim() !== ''
  const referred = referral.receiver.trim() !== ''
  return {
    ...((answered || !referred) && {
      answer: { topic: written('topic', answer.topic), answer: written('answer', answer.answer) },
    }),
    ...(referred && {
      referral: {
        receiver: referral.receiver.trim(),
        ...(referral.note.trim() !== '' && { note: referral.note.trim() }),
        ...(referral.ticket.trim() !== '' && { ticket: referral.ticket.trim() }),
      },
    }),
  }
}
