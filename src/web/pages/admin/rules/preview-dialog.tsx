import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { RulePreview } from '../../../../admin-api/contract/index.ts'
import type { RuleWords } from '../../../admin/rules/rule-words.ts'
import { Refused } from '../../../api/errors.ts'
import type { RuleContents, RuleKind, RuleVersion } from '../../../api/rules.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { useAdminCommand } from '../use-admin.ts'
import { PreviewView } from './preview-view.tsx'
import { useLatestRules, useRulePreview } from './use-rules.ts'

/** The longest reason, as the service takes it. */
const longestWhy = 500

interface Props<Kind extends RuleKind> {
  kind: Kind
  title: string
  action: string
  /** what would be in force */
  content: RuleContents[Kind]
  words: RuleWords
  save: (why: string, key: string) => Promise<RuleVersion<Kind>>
  onSaved: (version: number) => void
  onClose: () => void
}

/** Shows what a content would bring, and saves it with a reason once nothing stands against it. */
export const PreviewDialog = <Kind extends RuleKind>(props: Props<Kind>) => {
  const { kind, title, content, onClose } = props
  const { t } = useLanguage()
  const preview = useRulePreview(kind, content)
  return (
    <Modal opened onClose={onClose} size={860} title={title} closeButtonProps={{ 'aria-label': t.common.close }}>
      <QueryState query={preview}>
        {view => (
          <Stack>
            <PreviewView kind={kind} preview={view} words={props.words} />
            <SaveForm {...props} preview={view} />
          </Stack>
        )}
      </QueryState>
    </Modal>
  )
}

const SaveForm = <Kind extends RuleKind>({
  kind,
  action,
  preview,
  save,
  onSaved,
  onClose,
}: Props<Kind> & { preview: RulePreview }) => {
  const { t } = useLanguage()
  const latest = useLatestRules(kind)
  const [why, setWhy] = useState('')
  const [read, setRead] = useState(false)
  const command = useAdminCommand(
    (_: undefined, key) => save(why.trim(), key),
    ({ version }) => onSaved(version),
    {
      onRefused: refusal => {
        if (!(refusal instanceof Refused) || refusal.code !== 'ruleChangedMeanwhile') return false
        // the page behind this dialog says who was faster, and keeps the draft
        void latest.refetch()
        onClose()
        return true
      },
    },
  )
  const { added, removed, changed } = preview.difference
  const isSame = added.length + removed.length + changed.length === 0
  const blocked = isSame || preview.problems.some(({ severity }) => severity === 'error')
  const warned = preview.problems.some(({ severity }) => severity === 'warning')
  if (blocked) {
    return (
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t.common.close}
        </Button>
      </Group>
    )
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        command.send()
      }}
    >
      <Stack>
        {warned && (
          <Checkbox
            label={t.rules.warningsRead}
            checked={read}
            onChange={event => setRead(event.currentTarget.checked)}
          />
        )}
        <Textarea
          label={t.rules.why}
          description={t.rules.whyHint}
          autosize
          minRows={2}
          maxLength={longestWhy}
          value={why}
          onChange={event => setWhy(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button type="submit" loading={command.busy} disabled={why.trim() === '' || (warned && !read)}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
