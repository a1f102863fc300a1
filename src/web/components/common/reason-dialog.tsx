import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useLanguage } from '../../lang/language-provider.tsx'

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
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.common.close }}>
      <form
        onSubmit={event => {
          event.preventDefault()
          onSend(reason.trim())
        }}
      >
        <Stack>
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
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={reason.trim() === ''} {...(danger && { color: 'red' })}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
