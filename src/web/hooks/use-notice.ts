import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useLanguage } from '../lang/language-provider.tsx'

interface Notice {
  id?: string
  title?: string
  message: string
  color: string
  /** machine ms */
  autoClose: number
}

/** Says something for a moment, above the bar of signals. The same id again replaces what was said before. */
export const useNotice = (): ((notice: Notice) => void) => {
  const { t } = useLanguage()
  return useCallback(
    notice => {
      if (notice.id !== undefined) notifications.hide(notice.id)
      notifications.show({ closeButtonProps: { 'aria-label': t.common.close }, ...notice })
    },
    [t],
  )
}
