import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { clockName } from '../../clocks/clock-name.ts'
import { readClock } from '../../clocks/read-clock.ts'
import { useSigned, useTimes } from '../../hooks/use-centre.tsx'
import { useCall } from '../../hooks/use-service.ts'
import { answerWords } from '../../intake/answer-words.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { describeEntry } from '../../plan/describe-entry.ts'
import { marksOf, stepName } from '../../plan/marks.ts'
import { formatSpan } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'
import { Sheet, SheetPart } from './sheet.tsx'

interface Props {
  incident: IncidentView
}

/** Everything that is on record of an incident, for the file. */
export const PrintedIncident = ({ incident }: Props) => {
  const { t } = useLanguage()
  return (
    <Sheet label={t.board.openIncident(incident.number)}>
      <Head incident={incident} />
      <SheetPart title={t.print.callers}>
        <ul className="sheet-list">
          {incident.calls.map(call => (
            <Caller key={call} id={call} />
          ))}
        </ul>
      </SheetPart>
      <Answers incident={incident} />
      {incident.clocks.length > 0 && <Clocks incident={incident} />}
      {incident.assignments.length > 0 && (
        <SheetPart title={t.print.agencies}>
          {incident.assignments.map(assignment => (
            <Agency key={assignment.id} assignment={assignment} />
          ))}
        </SheetPart>
      )}
      {incident.talk.length > 0 && <Talk incident={incident} />}
      <Timeline incident={incident} />
    </Sheet>
  )
}

const Head = ({ incident }: Props) => {
  const { t, pick, lang } = useLanguage()
  const { session, centre } = useSigned()
  const { dateTime } = useTimes()
  const now = useServiceNow()
  // the minute is enough, and does not change while somebody reads
  const printedAt = Math.floor(now / 60_000) * 60_000
  return (
    <>
      <header className="sheet-head" lang={lang}>
        <div>
          <h1>{incident.typeName ? pick(incident.typeName) : t.board.noType}</h1>
          <p>
            {incident.number} · {t.incidentStatus[incident.status]} · P{incident.priority}{' '}
            {t.priority[incident.priority]}
          </p>
          <p>{incident.place ?? t.board.noPlace}</p>
          <p>
            {t.print.opened}: {dateTime(incident.openedAt)}
          </p>
          {incident.cancelReason !== null && <p>{t.incident.cancelled(incident.cancelReason)}</p>}
          {incident.merged && (
            <p>
              {t.more.mergedInto} {incident.merged.number}
            </p>
          )}
        </div>
        <strong>{centre.name}</strong>
      </header>
      {session.mode === 'gladi' && <strong>{t.app.gladi}</strong>}
      <p className="sheet-small">
        {t.print.confidential} {t.print.printed(dateTime(printedAt))}, {session.user.name}.
      </p>
    </>
  )
}

const Caller = ({ id }: { id: string }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const call = useCall(id).data
  if (!call) return null
  return (
    <li>
      {dateTime(call.openedAt)} · {call.phone ?? t.board.unknownNumber}
      {call.callerName !== null && ` · ${call.callerName}`} · {t.call.operator(call.operator)}
    </li>
  )
}

const Answers = ({ incident }: Props) => {
  const { t, pick } = useLanguage()
  const { hazards } = incident.intake
  return (
    <SheetPart title={t.print.answers}>
      <dl className="sheet-answers">
        {answerWords(incident, t, pick).map(({ field, letter, label, words }) => (
          <div key={field}>
            <dt>
              {letter}. {label}
            </dt>
            <dd>{words ?? '–'}</dd>
          </div>
        ))}
        <div>
          <dt>{t.intake.fields.hazards}</dt>
          <dd>{hazards.length > 0 ? hazards.map(hazard => t.intake.hazards[hazard]).join(', ') : '–'}</dd>
        </div>
      </dl>
    </SheetPart>
  )
}

const Clocks = ({ incident }: Props) => {
  const { t, pick } = useLanguage()
  const now = useServiceNow()
  return (
    <SheetPart title={t.print.clocks}>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{t.print.clocks}</th>
            <th scope="col">{t.print.target}</th>
            <th scope="col">{t.print.taken}</th>
          </tr>
        </thead>
        <tbody>
          {incident.clocks.map(clock => (
            <tr key={clock.key}>
              <th scope="row">{clockName(clock, pick)}</th>
              <td>{formatSpan(clock.targetSeconds)}</td>
              <td>
                {clock.state === 'stopped' && formatSpan(readClock(clock, now).elapsedSeconds)}
                {clock.state === 'running' && t.print.running}
                {clock.state === 'ended' && '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SheetPart>
  )
}

const Agency = ({ assignment }: { assignment: AssignmentView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { report } = assignment
  return (
    <section className="sheet-agency">
      <h3>
        {assignment.agency}
        {assignment.post && ` · ${assignment.post.name}`} · {t.assignment.status[assignment.status]}
      </h3>
      <p>
        {marksOf(assignment)
          .map(mark => `${stepName(mark, t)} ${time(mark.at)}`)
          .join(' · ') || '–'}
      </p>
      {report ? (
        <p className="long-text">
          <strong>{t.report.outcomes[report.outcome]}</strong> ({t.report.byAt(report.by, time(report.at))}){'\n'}
          {report.text}
        </p>
      ) : (
        <p>{assignment.waivedReason ?? t.print.noReport}</p>
      )}
    </section>
  )
}

const Talk = ({ incident }: Props) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  return (
    <SheetPart title={t.print.talk}>
      <ul className="sheet-list">
        {incident.talk.map(({ id, at, direction, agency, by, text, kind }) => (
          <li key={id}>
            {time(at)} · <strong>{direction === 'out' ? t.talk.room : agency}</strong> {by}:{' '}
            {text === '' ? t.talk.kinds[kind] : text}
          </li>
        ))}
      </ul>
    </SheetPart>
  )
}

const Timeline = ({ incident }: Props) => {
  const { t, lang } = useLanguage()
  const { time } = useTimes()
  return (
    <SheetPart title={t.print.timeline}>
      <table className="sheet-table">
        <tbody>
          {[...incident.timeline]
            .sort((one, other) => one.seq - other.seq)
            .map(entry => {
              const { title, detail } = describeEntry(entry, incident.clocks, t, lang)
              return (
                <tr key={entry.seq}>
                  <td className="nowrap">{time(entry.at)}</td>
                  <td>
                    {title}
                    {detail !== '' && ` · ${detail}`}
                  </td>
                  <td className="nowrap">{entry.by}</td>
                </tr>
              )
            })}
        </tbody>
      </table>
    </SheetPart>
  )
}
