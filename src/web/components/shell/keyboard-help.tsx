import { Kbd, Modal, Table } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'
import { keyList } from './key-list.ts'

export const KeyboardHelp = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useLanguage()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.keyboard.title}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Table>
        <Table.Tbody>
          {keyList.map(([names, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td w={150}>
                {names.map(name => (
                  <Kbd key={name} mr={4}>
                    {name}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{t.keyboard[meaning]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
