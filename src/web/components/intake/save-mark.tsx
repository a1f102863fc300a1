import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import type { DraftStatus } from '../../intake/draft.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

const icons = { saved: IconCloudCheck, unsaved: IconCloudUp, saving: IconCloudUp, offline: IconCloudOff } as const

/** Whether the server has everything that stands in the form. */
export const SaveMark = ({ status }: { status: DraftStatus }) => {
  const { t } = useLanguage()
  const Icon = icons[status]
  return (
    <span className="save-mark" data-status={status} role="status">
      <Icon size={16} aria-hidden /> {t.intake.status[status]}
    </span>
  )
}
