import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { AnswerHandOver, IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { ReasonDialog } from '../common/reason-dialog.tsx'

/** Where an incident was offered to a neighbour, or came from one; hidden for all others. */
export const HandOverPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { handOver, handedOverFrom } = incident
  if (!handOver && !handedOverFrom) return null
  return (
    <Panel title={t.handOver.title} {...(handOver?.result === 'offered' && { tone: 'notice' as const })}>
      {handedOverFrom && (
        <Text size="sm" className="long-text">
          {t.handOver.from(handedOverFrom.centre, handedOverFrom.number, handedOverFrom.reason)}
        </Text>
      )}
      {handOver && (
        <>
          <Text size="sm" fw={600}>
            {t.handOver.offered(handOver.receiver ?? handOver.centre ?? '', time(handOver.at))}
          </Text>
          <Text size="sm">{t.handOver.states[handOver.result]}</Text>
          <Text size="sm" c="dimmed" className="long-text">
            {[handOver.reason, handOver.refusal, handOver.number, handOver.ticket].filter(Boolean).join(' · ')}
          </Text>
        </>
      )}
      <HandOverButtons incident={incident} />
    </Panel>
  )
}

const HandOverButtons = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { works, owns } = useRights()
  const [asking, setAsking] = useState<'refused' | 'return' | null>(null)
  const done = () => setAsking(null)
  const withdraw = useIncidentCommand(incident.id, (commands, _: undefined, key) => commands.withdrawHandOver(key))
  const answer = useIncidentCommand(
    incident.id,
    (commands, input: AnswerHandOver, key) => commands.answerHandOver(input, key),
    done,
  )
  const giveBack = useIncidentCommand(
    incident.id,
    (commands, reason: string, key) => commands.returnHandOver(reason, key),
    done,
  )
  const may = (command: string, right: boolean) => right && incident.allowed.includes(command)
  return (
    <Group gap={6} mt={8}>
      {may('answerHandOver', works) && (
        <>
          <Button
            size="compact-sm"
            color="teal.9"
            loading={answer.input?.result === 'taken'}
            onClick={() => answer.send({ result: 'taken' })}
          >
            {t.handOver.taken}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking('refused')}>
            {t.handOver.refused}
          </Button>
        </>
      )}
      {may('withdrawHandOver', works) && (
        <Button size="compact-sm" variant="default" loading={withdraw.busy} onClick={() => withdraw.send()}>
          {t.handOver.withdraw}
        </Button>
      )}
      {may('returnHandOver', owns) && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking('return')}>
          {t.handOver.giveBack}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={asking === 'refused' ? t.handOver.refused : t.handOver.giveBack}
          label={t.common.reason}
          action={asking === 'refused' ? t.handOver.refused : t.handOver.giveBack}
          busy={answer.busy || giveBack.busy}
          onSend={reason => (asking === 'refused' ? answer.send({ result: 'refused', reason }) : giveBack.send(reason))}
          onClose={done}
        />
      )}
    </Group>
  )
}
