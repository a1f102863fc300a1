import '../../../styles/rules.css'
import { Alert, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useState } from 'react'
import type { RuleKind, RuleVersion } from '../../../api/rules.ts'
import { ConfirmDialog } from '../../../components/common/confirm-dialog.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { Conflicts } from '../shared/conflicts.tsx'
import { History } from './history.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import { useRuleWords } from './use-rule-words.ts'
import type { RuleDraft } from './use-rules.ts'
import { useRulesApi } from './use-rules.ts'

interface Props<Kind extends RuleKind> {
  kind: Kind
  latest: RuleVersion<Kind>
  draft: RuleDraft<Kind>
  /** parts in which something is still to be chosen */
  unfinished: string[]
  children: ReactNode
}

/** Around every editor of rules: what holds now, what the draft changes, its preview, and the history. */
export const RulesFrame = <Kind extends RuleKind>({ kind, latest, draft, unfinished, children }: Props<Kind>) => {
  const { t } = useLanguage()
  const [view, setView] = useState<'draft' | 'history'>('draft')
  const [dialog, setDialog] = useState<'preview' | 'discard' | null>(null)
  const words = useRuleWords(draft.base, draft.content)
  const api = useRulesApi(kind)
  const close = () => setDialog(null)
  const saved = (version: number) => {
    const closeButtonProps = { 'aria-label': t.common.close }
    notifications.show({ closeButtonProps, message: t.rules.saved(version), color: 'teal', autoClose: 5_000 })
    close()
  }
  return (
    <>
      <div className="rules-bar">
        <SegmentedControl
          aria-label={t.rules.draft}
          value={view}
          onChange={setView}
          data={[
            { value: 'draft', label: t.rules.draft },
            { value: 'history', label: t.rules.history },
          ]}
        />
        <Text size="sm" role="status">
          <strong>{t.rules.inForce(latest.version)}</strong>{' '}
          {draft.changed.length === 0 ? t.rules.unchanged : t.rules.changedParts(draft.changed.length)}
          {unfinished.length > 0 && (
            <Text span c="var(--amber)" fw={600}>
              {' '}
              {t.rules.unfinished(unfinished.map(words.part).join(', '))}
            </Text>
          )}
        </Text>
        <Group gap="xs" wrap="nowrap" ml="auto">
          <Button variant="default" disabled={draft.changed.length === 0} onClick={() => setDialog('discard')}>
            {t.rules.discard}
          </Button>
          <Button
            disabled={draft.changed.length === 0 || draft.behind || unfinished.length + draft.conflicts.length > 0}
            onClick={() => setDialog('preview')}
          >
            {t.rules.preview}
          </Button>
        </Group>
      </div>
      {draft.behind && (
        <Alert color="orange" role="alert" mb="md" title={t.rules.behind(latest.version, latest.by)}>
          <Group justify="space-between">
            <Text size="sm">{t.rules.behindHint}</Text>
            <Button size="xs" variant="default" onClick={draft.carryOver}>
              {t.rules.carryOver(latest.version)}
            </Button>
          </Group>
        </Alert>
      )}
      {draft.conflicts.length > 0 && (
        <div className="rules-conflicts">
          <Conflicts
            conflicts={draft.conflicts}
            nameOf={words.part}
            say={(part, value) => words.partLines(part, value).join('; ') || t.rules.missing}
            onSettle={draft.settle}
          />
        </div>
      )}
      {view === 'draft' ? children : <History kind={kind} latest={latest} onSaved={saved} />}
      {dialog === 'preview' && (
        <PreviewDialog
          kind={kind}
          title={t.rules.previewTitle}
          action={t.rules.save}
          content={draft.content}
          words={words}
          save={(why, key) => api.change({ basedOn: draft.basedOn, why, content: draft.content }, key)}
          onSaved={version => {
            draft.discard()
            saved(version)
          }}
          onClose={close}
        />
      )}
      {dialog === 'discard' && (
        <ConfirmDialog
          title={t.rules.discard}
          hint={t.rules.discardAsk}
          action={t.rules.discard}
          busy={false}
          danger
          onSend={() => {
            draft.discard()
            close()
          }}
          onClose={close}
        />
      )}
    </>
  )
}
