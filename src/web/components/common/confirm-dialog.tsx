import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  title: string
  hint: string
  action: string
  busy: boolean
  danger?: boolean
  onSend: () => void
  onClose: () => void
}

/** Asks once more before something that is not easily taken back; says what it does. */
export const ConfirmDialog = ({ title, hint, action, busy, danger = false, onSend, onClose }: Props) => {
  const { t } = useLanguage()
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.common.close }}>
      <Stack>
        <Text size="sm">{hint}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button data-autofocus loading={busy} onClick={onSend} {...(danger && { color: 'red' })}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
