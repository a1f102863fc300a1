import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Conflict } from '../../../admin/rebase.ts'
import { FormDialog } from '../../../components/common/form-dialog.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { useFieldWords } from '../agency/field-words.ts'
import { Conflicts } from './conflicts.tsx'

interface Props {
  /** what is edited */
  name: string
  size?: 'md' | 'lg'
  /** as `useSharedForm` has it */
  form: {
    fields: { active: boolean }
    set: (given: { active: boolean }) => void
    changed: boolean
    conflicts: readonly Conflict[]
    settle: (name: string, value: unknown) => void
    save: () => void
    busy: boolean
  }
  complete: boolean
  /** what becomes of it once it is not active */
  activeHint?: string
  onClose: () => void
  children: ReactNode
}

/** A record that others may change at the same moment: its fields, what both changed, whether it is active. */
export const EditDialog = ({ name, size = 'md', form, complete, activeHint, onClose, children }: Props) => {
  const { t } = useLanguage()
  const { nameOf, say } = useFieldWords()
  return (
    <FormDialog
      title={t.admin.pairing.editOf(name)}
      size={size}
      busy={form.busy}
      complete={form.changed && complete && form.conflicts.length === 0}
      onSave={form.save}
      onClose={onClose}
    >
      <Conflicts conflicts={form.conflicts} nameOf={nameOf} say={say} onSettle={form.settle} />
      {children}
      <Switch
        label={t.common.active}
        description={activeHint}
        checked={form.fields.active}
        onChange={event => form.set({ active: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}
