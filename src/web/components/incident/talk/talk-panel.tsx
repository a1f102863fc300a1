import { Text } from '@mantine/core'
import type { IncidentView } from '../../../../admin-api/contract/index.ts'
import { useRights } from '../../../hooks/use-rights.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { Panel } from '../../common/panel.tsx'
import { TalkComposer } from './talk-composer.tsx'
import { TalkMessage } from './talk-message.tsx'

const over = ['closed', 'archived', 'cancelled', 'merged', 'handedOver']

/** What the room and the groups say to each other, newest first under the line to write in. */
export const TalkPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { works } = useRights()
  const newestFirst = [...incident.talk].sort((a, b) => b.at - a.at)
  return (
    <Panel title={t.talk.title}>
      {works && !over.includes(incident.status) && <TalkComposer incident={incident} />}
      {newestFirst.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.talk.empty}
        </Text>
      ) : (
        <ol className="talk" aria-live="polite">
          {newestFirst.map(message => (
            <TalkMessage key={message.id} message={message} />
          ))}
        </ol>
      )}
    </Panel>
  )
}
