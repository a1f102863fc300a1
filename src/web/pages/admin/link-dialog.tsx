import { Modal, Stack, Text, TextInput } from '@mantine/core'
import type { SignInLinkView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { CopyText } from './copy-text.tsx'

/** A sign-in link is shown this once: only its hash is kept. */
export const LinkDialog = ({ name, link, onClose }: { name: string; link: SignInLinkView; onClose: () => void }) => {
  const { t } = useLanguage()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.admin.user.linkTitle(name)}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack>
        <Text size="sm">{t.admin.user.linkHint}</Text>
        <TextInput
          aria-label={t.admin.user.linkTitle(name)}
          readOnly
          value={link.url}
          onFocus={event => event.currentTarget.select()}
          rightSectionWidth={110}
          rightSection={<CopyText text={link.url} />}
        />
      </Stack>
    </Modal>
  )
}
