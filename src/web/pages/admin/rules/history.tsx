import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { RuleHistory } from '../../../../admin-api/contract/index.ts'
import type { RuleKind, RuleVersion } from '../../../api/rules.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useTimes } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { useRuleWords } from './use-rule-words.ts'
import { useRuleHistory } from './use-rules.ts'
import { RevertDialog, VersionDialog } from './version-dialogs.tsx'

type Head = RuleHistory['versions'][number]

interface Props<Kind extends RuleKind> {
  kind: Kind
  latest: RuleVersion<Kind>
  onSaved: (version: number) => void
}

/** Every version: who, when, why; each can be looked at and become the newest one again. */
export const History = <Kind extends RuleKind>({ kind, latest, onSaved }: Props<Kind>) => {
  const { t } = useLanguage()
  const words = useRuleWords(latest.content)
  const history = useRuleHistory(kind)
  const [shown, setShown] = useState<number | null>(null)
  const [wanted, setWanted] = useState<number | null>(null)
  return (
    <QueryState query={history}>
      {({ pages }) => (
        <>
          <ol className="rule-history">
            {pages.flat().map(head => (
              <li key={head.version} data-version={head.version}>
                <div>
                  <VersionHead head={head} current={head.version === latest.version} />
                  {partsOf(head).length > 0 && (
                    <Text size="sm" c="dimmed">
                      {t.rules.partsOf(partsOf(head).map(words.part).join(', '))}
                    </Text>
                  )}
                </div>
                <Group gap="xs" wrap="nowrap">
                  {head.basedOn !== null && (
                    <Button
                      size="compact-sm"
                      variant="light"
                      aria-label={t.rules.openOf(head.version)}
                      onClick={() => setShown(head.version)}
                    >
                      {t.rules.open}
                    </Button>
                  )}
                  {head.version !== latest.version && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t.rules.revertOf(head.version)}
                      onClick={() => setWanted(head.version)}
                    >
                      {t.rules.revert}
                    </Button>
                  )}
                </Group>
              </li>
            ))}
          </ol>
          {history.hasNextPage && (
            <Button variant="default" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
              {t.common.more}
            </Button>
          )}
          {shown !== null && <VersionDialog kind={kind} version={shown} onClose={() => setShown(null)} />}
          {wanted !== null && (
            <RevertDialog
              kind={kind}
              latest={latest}
              to={wanted}
              onSaved={version => {
                setWanted(null)
                onSaved(version)
              }}
              onClose={() => setWanted(null)}
            />
          )}
        </>
      )}
    </QueryState>
  )
}

const partsOf = ({ parts: { added, removed, changed } }: Head): string[] => [
  ...new Set([...added, ...removed, ...changed]),
]

const VersionHead = ({ head, current }: { head: Head; current: boolean }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{t.rules.version(head.version)}</Text>
        {current && (
          <Badge color="teal" variant="light" tt="none">
            {t.rules.current}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {t.rules.byAt(head.basedOn === null ? t.rules.shipped : head.by, dateTime(head.at))}
        </Text>
      </Group>
      {head.why !== '' && <Text className="long-text">{head.why}</Text>}
    </>
  )
}
