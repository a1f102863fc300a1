import { Button, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { ReasonDialog } from '../common/reason-dialog.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
}

const judged = ['reported', 'reportAccepted', 'reportWaived']
/** Incidents whose judgements stand. */
const settledFor = ['closed', 'archived', 'cancelled', 'merged', 'handedOver']

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

const ReportJudgement = ({ incident, assignment }: Props) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  const [asking, setAsking] = useState<'return' | 'waive' | 'withdraw' | null>(null)
  const { agency, id, status } = assignment
  const done = () => setAsking(null)
  const accept = useIncidentCommand(incident.id, (commands, _: undefined, key) => commands.acceptReport(id, key))
  const giveBack = useIncidentCommand(
    incident.id,
    (commands, remark: string, key) => commands.returnReport(id, remark, key),
    done,
  )
  const waive = useIncidentCommand(
    incident.id,
    (commands, reason: string, key) => commands.waiveReport(id, reason, key),
    done,
  )
  const withdraw = useIncidentCommand(
    incident.id,
    (commands, reason: string, key) => commands.withdrawJudgement(id, reason, key),
    done,
  )
  if (!owns) return null
  return (
    <Group gap="xs" mt={6}>
      {(status === 'reportAccepted' || status === 'reportWaived') && !settledFor.includes(incident.status) && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t.reportParts.withdrawOf(agency)}
          onClick={() => setAsking('withdraw')}
        >
          {t.reportParts.withdraw}
        </Button>
      )}
      {status === 'reported' && (
        <>
          <Button
            size="compact-sm"
            color="teal.9"
            leftSection={<IconCheck size={15} aria-hidden />}
            aria-label={t.report.acceptOf(agency)}
            loading={accept.busy}
            onClick={() => accept.send()}
          >
            {t.report.accept}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t.report.giveBackOf(agency)}
            onClick={() => setAsking('return')}
          >
            {t.report.giveBack}
          </Button>
        </>
      )}
      {status === 'cleared' && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t.report.waiveOf(agency)}
          onClick={() => setAsking('waive')}
        >
          {t.report.waive}
        </Button>
      )}
      {asking === 'return' && (
        <ReasonDialog
          title={t.report.giveBackOf(agency)}
          label={t.report.remark}
          action={t.report.giveBack}
          busy={giveBack.busy}
          onSend={giveBack.send}
          onClose={done}
        />
      )}
      {asking === 'withdraw' && (
        <ReasonDialog
          title={t.reportParts.withdrawOf(agency)}
          label={t.common.reason}
          action={t.reportParts.withdraw}
          busy={withdraw.busy}
          onSend={withdraw.send}
          onClose={done}
        />
      )}
      {asking === 'waive' && (
        <ReasonDialog
          title={t.report.waiveOf(agency)}
          label={t.common.reason}
          action={t.report.waive}
          busy={waive.busy}
          onSend={waive.send}
          onClose={done}
        />
      )}
    </Group>
  )
}
