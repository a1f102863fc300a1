import { Modal, Text } from '@mantine/core'
import type { RuleKind, RuleVersion } from '../../../api/rules.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { DifferenceView } from './difference-view.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import { useRuleWords } from './use-rule-words.ts'
import { useRulesApi, useRuleVersion } from './use-rules.ts'

interface VersionProps<Kind extends RuleKind> {
  kind: Kind
  version: number
  onClose: () => void
}

/** What a version changed, and why. */
export const VersionDialog = <Kind extends RuleKind>({ kind, version, onClose }: VersionProps<Kind>) => {
  const { t } = useLanguage()
  const query = useRuleVersion(kind, version)
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t.rules.differenceOf(version)}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <QueryState query={query}>{view => <VersionView view={view} />}</QueryState>
    </Modal>
  )
}

const VersionView = ({ view }: { view: RuleVersion<RuleKind> }) => {
  const { t } = useLanguage()
  const words = useRuleWords(view.content)
  return (
    <>
      {view.why !== '' && (
        <Text mb="sm" className="long-text">
          {t.rules.reason(view.why)}
        </Text>
      )}
      <DifferenceView difference={view.difference} words={words} />
    </>
  )
}

interface RevertProps<Kind extends RuleKind> {
  kind: Kind
  latest: RuleVersion<Kind>
  to: number
  onSaved: (version: number) => void
  onClose: () => void
}

/** What would change once an older version holds again; it becomes the newest one. */
export const RevertDialog = <Kind extends RuleKind>({ kind, latest, to, onSaved, onClose }: RevertProps<Kind>) => {
  const { t } = useLanguage()
  const api = useRulesApi(kind)
  const older = useRuleVersion(kind, to)
  const words = useRuleWords(...(older.data ? [older.data.content] : []), latest.content)
  return (
    older.data && (
      <PreviewDialog
        kind={kind}
        title={t.rules.revertTitle(to)}
        action={t.rules.revertSave(to)}
        content={older.data.content}
        words={words}
        save={(why, key) => api.revert({ basedOn: latest.version, why, to }, key)}
        onSaved={onSaved}
        onClose={onClose}
      />
    )
  )
}
