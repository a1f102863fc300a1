import { Button, Group } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import type { AssignmentStatus } from '../../words.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
}

/** Incidents whose judgements stand. */
const settledFor = ['closed', 'archived', 'cancelled', 'merged', 'handedOver']

const steps = ['giveBack', 'waive', 'withdraw'] as const
type Step = (typeof steps)[number]

/** In which state of the report each step that asks for words is offered. */
const offeredAt = {
  giveBack: ['reported'],
  waive: ['cleared'],
  withdraw: ['reportAccepted', 'reportWaived'],
} as const satisfies Record<Step, readonly AssignmentStatus[]>

/** What the room says to a report: accepted, back with a remark, not needed, or judged anew. */
export const ReportJudgement = ({ incident, assignment }: Props) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  const [asking, setAsking] = useState<Step | null>(null)
  const { agency, id, status } = assignment
  const accept = useIncidentCommand(incident.id, (commands, _: undefined, key) => commands.acceptReport(id, key))
  const say = useIncidentCommand(
    incident.id,
    (commands, { step, words }: { step: Step; words: string }, key) => {
      if (step === 'giveBack') return commands.returnReport(id, words, key)
      return step === 'waive' ? commands.waiveReport(id, words, key) : commands.withdrawJudgement(id, words, key)
    },
    () => setAsking(null),
  )
  if (!owns) return null
  const words = {
    giveBack: { action: t.report.giveBack, title: t.report.giveBackOf(agency), label: t.report.remark },
    waive: { action: t.report.waive, title: t.report.waiveOf(agency), label: t.common.reason },
    withdraw: { action: t.reportParts.withdraw, title: t.reportParts.withdrawOf(agency), label: t.common.reason },
  } as const satisfies Record<Step, object>
  const offered = steps.filter(
    step =>
      (offeredAt[step] as readonly AssignmentStatus[]).includes(status) &&
      (step !== 'withdraw' || !settledFor.includes(incident.status)),
  )
  return (
    <Group gap="xs" mt={6}>
      {status === 'reported' && (
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
      )}
      {offered.map(step => (
        <Button
          key={step}
          size="compact-sm"
          variant={step === 'giveBack' ? 'default' : 'subtle'}
          aria-label={words[step].title}
          onClick={() => setAsking(step)}
        >
          {words[step].action}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          {...words[asking]}
          busy={say.busy}
          onSend={typed => say.send({ step: asking, words: typed })}
          onClose={() => setAsking(null)}
        />
      )}
    </Group>
  )
}
