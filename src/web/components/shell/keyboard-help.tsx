import { Kbd, Modal } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'
import { keyList } from './key-list.ts'

export const KeyboardHelp = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useLanguage()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={820}
      title={t.keyboard.title}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <dl className="key-list">
        {keyList.map(([names, meaning]) => (
          <div key={meaning}>
            <dt>
              {names.map(name => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{t.keyboard[meaning]}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
