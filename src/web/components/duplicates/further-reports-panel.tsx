import { Text } from '@mantine/core'
import type { FurtherReportView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { victimKinds } from '../../words.ts'
import { Panel } from '../common/panel.tsx'

/** Everybody who called after the first one, and what each said that is new. Hidden when nobody did. */
export const FurtherReportsPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  if (incident.furtherReports.length === 0) return null
  return (
    <Panel title={`${t.furtherReports.title} (${incident.furtherReports.length})`}>
      <ul className="further">
        {incident.furtherReports.map(report => (
          <FurtherReport key={report.call} report={report} />
        ))}
      </ul>
    </Panel>
  )
}

const FurtherReport = ({ report }: { report: FurtherReportView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const told = useTold(report)
  return (
    <li>
      <span className="further-head">
        <time>{time(report.at)}</time>
        <a href={hrefOf('desk', 'call', report.call)}>{phoneText(report.phone) ?? t.board.unknownNumber}</a>
        <span>{report.callerName}</span>
        {report.continued && <span className="further-again">{t.furtherReports.again}</span>}
      </span>
      <Text size="sm" {...(told === '' && { c: 'dimmed' })} className="long-text">
        {told === '' ? t.furtherReports.nothingNew : told}
      </Text>
    </li>
  )
}

const useTold = ({ answers }: FurtherReportView): string => {
  const { t } = useLanguage()
  const { victims } = answers
  const counted = victims !== undefined && victims !== 'unknown' ? victims.known : {}
  const words = (['address', 'landmark', 'location', 'condition', 'handlingSoFar'] as const).flatMap(field => {
    const answer = answers[field]
    return answer === undefined || answer === 'unknown' ? [] : [answer.known]
  })
  return [
    ...victimKinds.flatMap(kind => (counted[kind] === undefined ? [] : [`${t.intake.victims[kind]} ${counted[kind]}`])),
    ...answers.hazards.map(hazard => t.intake.hazards[hazard]),
    ...words,
  ].join(' · ')
}
