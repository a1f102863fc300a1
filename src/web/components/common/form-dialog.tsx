import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  title: string
  busy: boolean
  complete: boolean
  size?: 'md' | 'lg'
  /** on the button that takes it; "Save" when it says nothing else */
  action?: string
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog with fields, Save and Cancel; mounted only while it is open. */
export const FormDialog = ({ title, busy, complete, size = 'md', action, onSave, onClose, children }: Props) => {
  const { t } = useLanguage()
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t.common.close }}>
      <form
        onSubmit={event => {
          event.preventDefault()
          onSave()
        }}
      >
        <Stack>
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={!complete}>
              {action ?? t.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
