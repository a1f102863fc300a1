import type { CardMenu } from '../../application/ports/deliveries.ts'
import type { IncidentFacts, RenderedCard } from '../../application/ports/renderer.ts'
import { type Assignment, type Step, type UnitMark, unitMarks } from '../../dispatch/incident/assignment.ts'
import { isActive, isAnswered } from '../../dispatch/incident/standing.ts'
import { unitsOf } from '../../dispatch/incident/units.ts'
import * as words from '../../i18n/chat/id/card.ts'
import { heardVias, reportOutcomes, roles, statuses, unitMarks as unitWords } from '../../i18n/chat/id/words.ts'
import { cardButtons, hasTaken, isShut } from './buttons.ts'
import { fitText } from './fit-text.ts'
import { addresseeOf, agencyName, lastStepOf, nameOf, roleOf, statusStep, takingStep, timeIn } from './people.ts'
import {
  answerText,
  countedOtherwiseLine,
  hazardsInWords,
  placeLines,
  titleOf,
  typed,
  victimsInWords,
} from './place.ts'
import { type Line, richText } from './rich-text.ts'
import { endReason, shutBanner } from './standing-banner.ts'

type Cut = (text: string) => string

/** The incident's card for one agency, as it stands now: everything a crew needs to go, and its buttons. */
export const renderCard = (
  facts: IncidentFacts,
  assignment: Assignment,
  token: string,
  options: { menu: CardMenu | null; doubtful: boolean },
): RenderedCard => {
  const { rows, menu, refreshAt } = cardButtons(facts, assignment, token, options.menu)
  const content = fitText(cut =>
    richText([
      options.doubtful && [{ bold: words.banners.doubtful }],
      ...shutBanner(facts, assignment, cut),
      ...headLines(facts, assignment),
      [],
      ...placeLines(facts, cut),
      [],
      ...factLines(facts, assignment, cut),
      [],
      ...otherAgencyLines(facts, assignment),
      [],
      ...ownLines(facts, assignment, cut),
      [],
      menu && [{ bold: questionOf(menu) }],
    ]),
  )
  return { message: { content, buttons: rows }, refreshAt }
}

const headLines = (facts: IncidentFacts, assignment: Assignment): Line[] => [
  facts.training && [{ bold: words.banners.training }],
  [{ bold: titleOf(facts) }],
  facts.incident.number,
  words.addressee(
    agencyName(facts, assignment.agency),
    assignment.agency,
    facts.postNames.get(assignment.id),
    roleOf(assignment),
  ),
]

/** Access and danger always; what happened, and to whom, never in the group when the type is restricted. */
const factLines = (facts: IncidentFacts, assignment: Assignment, cut: Cut): Line[] => {
  const { intake, restricted } = facts.incident
  const { labels } = words
  const hazards = hazardsInWords(intake.hazards, restricted)
  const access: Line[] = [
    `${labels.passable}${answerText(intake.passable, words.passable)}`,
    hazards !== '' && [labels.hazards, { bold: hazards }],
  ]
  if (restricted) return [...access, whereDetailIs(facts, assignment)]
  const condition = typed(facts, intake.condition)
  const handling = typed(facts, intake.handlingSoFar)
  return [
    ...access,
    `${labels.condition}${condition === undefined ? answerText(intake.condition, () => words.unknown) : cut(condition)}`,
    handling !== undefined && `${labels.handlingSoFar}${cut(handling)}`,
    `${labels.victims}${answerText(intake.victims, victimsInWords)}`,
    countedOtherwiseLine(facts),
    facts.photoCount > 0 && `${labels.photos}${facts.photoCount}`,
  ]
}

/** Inform-only agencies never get the private facts: they ask 112. */
const whereDetailIs = (facts: IncidentFacts, assignment: Assignment): Line => {
  if (isShut(facts) || !isActive(assignment)) return null
  if (assignment.duty === 'inform') return words.detailByRadio
  return hasTaken(assignment) ? words.detailNow : words.detailAfterTaking
}

const otherAgencyLines = (facts: IncidentFacts, own: Assignment): Line[] => {
  const others = facts.incident.assignments.filter(({ id }) => id !== own.id)
  return others.length === 0 ? [] : [words.labels.otherAgencies, ...others.map(other => agencyLine(facts, other))]
}

const agencyLine = (facts: IncidentFacts, assignment: Assignment): Line => {
  const { role, standing } = assignment
  const step = statusStep(assignment)
  const when = step && standing.status !== 'notified' ? `, ${timeIn(facts, step.at)}` : ''
  const lead = role === 'lead' ? ` (${roles.lead})` : ''
  return `• ${addresseeOf(facts, assignment)}${lead}: ${statuses[standing.status]}${when}`
}

/** What the agency itself did so far: who took it, calls for help, and the present state at the end. */
const ownLines = (facts: IncidentFacts, assignment: Assignment, cut: Cut): Line[] => {
  const { standing } = assignment
  const taking = takingStep(assignment)
  const step = statusStep(assignment)
  const remark =
    'returnedRemark' in standing && standing.returnedRemark ? facts.texts.get(standing.returnedRemark) : null
  return [
    taking && taking !== step ? `${words.labels.takenBy}${who(facts, taking)}` : null,
    ...(['obstacle', 'requestBackup'] as const).map(action => {
      const last = lastStepOf(assignment, action)
      return last ? `${words.labels[action === 'obstacle' ? 'obstacle' : 'backup']}${who(facts, last)}` : null
    }),
    // Above a shut card that nobody answered, the banner says it all.
    !(isShut(facts) && !isAnswered(assignment)) && [words.labels.status, { bold: statusText(facts, assignment) }],
    endReason(facts, assignment, cut),
    outcomeLine(assignment),
    reportingLine(facts, assignment),
    ...unitLines(facts, assignment),
    remark ? `${words.labels.remark}${facts.incident.restricted ? withheldIn(facts) : cut(remark)}` : null,
  ]
}

const withheldIn = (facts: IncidentFacts): string => words.withheld[isShut(facts) ? 'shut' : 'open']

const statusText = (facts: IncidentFacts, assignment: Assignment): string => {
  const step = statusStep(assignment)
  const say = words.ownStatus[assignment.standing.status]
  return step ? `${say(nameOf(step.by), timeIn(facts, step.at))}${howKnown(step)}` : say('', '')
}

/** Who did it, when, and that it is not the crew's own press. */
const howKnown = ({ heard, correctedBy }: Step): string =>
  (heard ? words.recordedBy(heardVias[heard.via]) : '') + (correctedBy === undefined ? '' : words.corrected)

/** Units that were named, each with the last that is known of it. */
const unitLines = (facts: IncidentFacts, assignment: Assignment): Line[] => {
  const units = unitsOf(assignment)
  if (units.length === 0) return []
  const said = units.map(({ code, marks }) => {
    const last = ([...unitMarks].reverse() as UnitMark[]).find(mark => marks[mark] !== undefined)
    return last === undefined ? code : `${code} ${unitWords[last]} ${timeIn(facts, marks[last] ?? 0)}`
  })
  return [`${words.labels.units}${said.join('; ')}`]
}

const outcomeLine = ({ standing }: Assignment): Line => {
  const outcome = 'report' in standing ? standing.report.outcome : 'outcome' in standing ? standing.outcome : undefined
  return outcome === undefined ? null : `${words.labels.outcome}${reportOutcomes[outcome]}`
}

/** That somebody is at the report, so that not two are. */
const reportingLine = (facts: IncidentFacts, { standing }: Assignment): Line => {
  const prompt = standing.status === 'cleared' ? standing.prompt : undefined
  if (!prompt || isShut(facts)) return null
  const { by, postponedUntil } = prompt
  const state =
    postponedUntil === undefined
      ? words.reportBegun(nameOf(by))
      : words.reportWaits(nameOf(by), timeIn(facts, postponedUntil))
  return `${words.labels.reporting}${state}`
}

const who = (facts: IncidentFacts, step: NonNullable<ReturnType<typeof takingStep>>): string =>
  `${nameOf(step.by)}, ${timeIn(facts, step.at)}${howKnown(step)}`

const questionOf = (menu: CardMenu): string => {
  if (menu.kind !== 'confirm') return words.menuQuestions[menu.kind]
  return words.menuQuestions[menu.action as keyof typeof words.menuQuestions]
}
