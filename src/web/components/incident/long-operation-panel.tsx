import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { ReasonDialog } from '../common/reason-dialog.tsx'

/** A search that goes on for days: pings pause, each agency tells how it stands. Hidden for all others. */
export const LongOperationPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const running = incident.longOperations.find(({ until }) => until === null)
  if (!running) return null
  return (
    <Panel title={t.long.title}>
      <Text size="sm">{t.long.since(dateTime(running.from))}</Text>
      <ul className="sitreps">
        {incident.assignments
          .filter(({ sitrep }) => sitrep !== null)
          .map(assignment => (
            <Sitrep key={assignment.id} incident={incident} assignment={assignment} />
          ))}
      </ul>
    </Panel>
  )
}

const Sitrep = ({ incident, assignment }: { incident: IncidentView; assignment: AssignmentView }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const { works } = useRights()
  const [asking, setAsking] = useState(false)
  const record = useIncidentCommand(
    incident.id,
    (commands, text: string, key) => commands.sitrep(assignment.id, { text }, key),
    () => setAsking(false),
  )
  const { askedAt = null, receivedAt = null } = assignment.sitrep ?? {}
  const words = [
    askedAt !== null && t.long.asked(dateTime(askedAt)),
    receivedAt === null ? t.long.never : t.long.received(dateTime(receivedAt)),
  ]
  return (
    <li>
      <span>
        <strong>{assignment.agency}</strong> {words.filter(Boolean).join(' · ')}
      </span>
      {works && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t.long.recordOf(assignment.agency)}
          onClick={() => setAsking(true)}
        >
          {t.long.record}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t.long.recordOf(assignment.agency)}
          label={t.long.text}
          action={t.long.record}
          busy={record.busy}
          onSend={record.send}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
