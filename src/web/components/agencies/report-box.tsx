import { Text } from '@mantine/core'
import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { ReportJudgement } from './report-judgement.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
}

const judged = ['reported', 'reportAccepted', 'reportWaived']

/** The crew's close-out report, and what the room says to it: accepted, back with a remark, or not needed. */
export const ReportBox = ({ incident, assignment }: Props) => {
  const { report, status } = assignment
  return (
    <>
      {report && <ReportText report={report} />}
      {judged.includes(status) || (status === 'cleared' && assignment.required) ? (
        <ReportJudgement incident={incident} assignment={assignment} />
      ) : null}
    </>
  )
}

const ReportText = ({ report }: { report: NonNullable<AssignmentView['report']> }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const lines = [
    [t.report.victims, report.victims],
    [t.report.units, report.units],
    [t.report.actions, report.actions],
    [t.report.obstacles, report.obstacles],
  ] as const
  return (
    <section className="report" aria-label={t.report.title}>
      <Text size="sm">
        <strong>{t.report.outcomes[report.outcome]}</strong>{' '}
        <Text span size="xs" c="dimmed">
          {t.report.byAt(report.by, time(report.at))}
        </Text>
      </Text>
      <p className="long-text">{report.text}</p>
      <dl className="report-lines">
        {lines.map(([label, value]) => (
          <div key={label} data-missing={value === undefined}>
            <dt>{label}</dt>
            <dd>{value ?? t.reportParts.missing}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
