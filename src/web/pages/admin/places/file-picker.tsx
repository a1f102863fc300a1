import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useLanguage } from '../../../lang/language-provider.tsx'

/** The server takes no larger one. */
const mostBytes = 4 * 1024 * 1024

interface Props {
  label: string
  hint: string
  accept: string
  onRead: (text: string) => void
}

/** A file of this computer, read as text. */
export const FilePicker = ({ label, hint, accept, onRead }: Props) => {
  const { t } = useLanguage()
  const [name, setName] = useState<string | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const take = async (file: File | null) => {
    if (!file) return
    setName(file.name)
    setTooLarge(file.size > mostBytes)
    if (file.size <= mostBytes) onRead(await file.text())
  }
  return (
    <div>
      <Group gap="sm">
        <FileButton accept={accept} onChange={file => void take(file)} inputProps={{ 'aria-label': label }}>
          {props => (
            <Button {...props} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
              {t.mapAdmin.choose}
            </Button>
          )}
        </FileButton>
        {name !== null && <Text size="sm">{name}</Text>}
      </Group>
      {tooLarge && (
        <Text size="sm" c="red" role="alert">
          {t.mapAdmin.tooLarge}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {hint}
      </Text>
    </div>
  )
}
