import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from './form-dialog.tsx'

interface Props {
  title: string
  hint?: string
  label: string
  action: string
  busy: boolean
  danger?: boolean
  onSend: (reason: string) => void
  onClose: () => void
}

/** Asks for the words without which a step is not taken. Mounted only while it is open, so that it starts empty. */
export const ReasonDialog = ({ title, hint, label, action, busy, danger = false, onSend, onClose }: Props) => {
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={title}
      action={action}
      danger={danger}
      busy={busy}
      complete={reason.trim() !== ''}
      onSave={() => onSend(reason.trim())}
      onClose={onClose}
    >
      {hint !== undefined && <Text size="sm">{hint}</Text>}
      <Textarea
        label={label}
        autosize
        minRows={3}
        maxLength={4_000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  )
}
