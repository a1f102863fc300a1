import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Copies where the browser allows it; the text beside it can be selected by hand anyway. */
export const CopyText = ({ text }: { text: string }) => {
  const { t } = useLanguage()
  const clipboard = useClipboard()
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={clipboard.copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      onClick={() => clipboard.copy(text)}
    >
      {clipboard.copied ? t.common.copied : t.common.copy}
    </Button>
  )
}
