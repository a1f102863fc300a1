import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  title: string
  size?: 'md' | 'lg'
  /** on the button that takes it; "Save" when it says nothing else */
  action?: string
  danger?: boolean
  busy: boolean
  /** what must be there is there */
  complete?: boolean
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog with fields, a button that takes them, also by Enter, and Cancel; mounted only while it is open. */
export const FormDialog = ({ title, size = 'md', action, danger = false, busy, complete = true, ...rest }: Props) => {
  const { t } = useLanguage()
  const { onSave, onClose, children } = rest
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
            <Button type="submit" loading={busy} disabled={!complete} {...(danger && { color: 'red' })}>
              {action ?? t.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
