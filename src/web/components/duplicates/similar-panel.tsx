import { Text } from '@mantine/core'
import { useKeys } from '../../hooks/use-keys.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { CandidateRow } from './candidate-row.tsx'
import { type Candidate, useAttach } from './use-attach.ts'

interface Props {
  call: string
  candidates: readonly Candidate[]
  /** the key that attaches to the first one, as it is shown */
  shortcut: string
  /** sends what was typed and is not with the server yet */
  before?: () => Promise<unknown>
}

const shown = 3

/** Incidents that the caller may mean, in a place that is always kept for them. Nothing attaches by itself. */
export const SimilarPanel = ({ call, candidates, shortcut, before }: Props) => {
  const { t } = useLanguage()
  const attach = useAttach(call, before)
  const [first] = candidates
  useKeys({ [shortcut.toLowerCase()]: () => first && attach.choose(first) })
  return (
    <Panel title={t.similar.title} {...(first?.level === 'strong' && { tone: 'notice' as const })}>
      <div className="similar">
        {first === undefined && (
          <Text size="sm" c="dimmed">
            {t.similar.none}
          </Text>
        )}
        <ul className="similar-list" aria-live="polite">
          {candidates.slice(0, shown).map((candidate, index) => (
            <CandidateRow
              key={candidate.incident.id}
              candidate={candidate}
              busy={attach.busy}
              {...(index === 0 && { shortcut })}
              onAttach={() => attach.choose(candidate)}
            />
          ))}
        </ul>
      </div>
      {attach.asking && (
        <AttachDialog candidate={attach.asking} busy={attach.busy} onSend={attach.send} onClose={attach.close} />
      )}
    </Panel>
  )
}
