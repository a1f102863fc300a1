import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ConflictView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { useConflictWords } from './conflict-words.ts'

/** Fields about which the callers do not agree, their answers side by side; one press decides. Hidden when they agree. */
export const ConflictsPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  if (incident.conflicts.length === 0) return null
  return (
    <Panel title={t.conflicts.title} tone="notice">
      {incident.conflicts.map(conflict => (
        <Conflict key={conflict.field} incident={incident} conflict={conflict} />
      ))}
    </Panel>
  )
}

const Conflict = ({ incident, conflict }: { incident: IncidentView; conflict: ConflictView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { works } = useRights()
  const words = useConflictWords(incident)
  const settle = useIncidentCommand(incident.id, (commands, call: string, key) =>
    commands.settleConflict(conflict.field, call, key),
  )
  const field = words.field(conflict.field)
  return (
    <section className="conflict" aria-label={field}>
      <h3>{field}</h3>
      <ul>
        {conflict.answers.map((answer, index) => (
          <li key={`${answer.call} ${answer.at}`} data-used={index === 0}>
            <strong>{words.value(conflict.field, answer.value)}</strong>
            <span>
              {words.caller(answer.call)}, {time(answer.at)}
            </span>
            {index === 0 ? (
              <span className="conflict-used">
                <IconCheck size={14} aria-hidden /> {t.conflicts.inUse}
              </span>
            ) : (
              works && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t.conflicts.takeOf(field, words.value(conflict.field, answer.value))}
                  loading={settle.input === answer.call}
                  onClick={() => settle.send(answer.call)}
                >
                  {t.conflicts.use}
                </Button>
              )
            )}
          </li>
        ))}
        {conflict.crew?.map(count => (
          <li key={`${count.agency} ${count.at}`} data-crew>
            <strong>{count.value}</strong>
            <span>
              {t.conflicts.crew(count.agency)}, {time(count.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
