import { Kbd, Modal, Table } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'

export const KeyboardHelp = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useLanguage()
  const rows: [keys: string[], meaning: string][] = [
    [['N', 'F2'], t.keyboard.newCall],
    [['P'], t.keyboard.number],
    [['1', '2', '3', '4'], t.keyboard.classify],
    [['5'], t.keyboard.attachFromCall],
    [['T'], t.keyboard.dropped],
    [['F10'], t.keyboard.endCall],
    [['↑', '↓', 'Enter'], t.keyboard.answers],
    [['F4'], t.keyboard.attach],
    [['B'], t.keyboard.followUp],
    [['M'], t.keyboard.map],
    [['↑', '↓'], t.keyboard.board],
    [['Enter'], t.keyboard.openItem],
    [['/'], t.keyboard.search],
    [['U'], t.keyboard.resort],
    [['Esc'], t.keyboard.leaveField],
    [['F8'], t.keyboard.submit],
    [['F9'], t.keyboard.dispatch],
    [['S'], t.keyboard.openSignal],
    [['X'], t.keyboard.seeSignal],
    [['M'], t.keyboard.mute],
    [['?'], t.keyboard.help],
  ]
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.keyboard.title}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Table>
        <Table.Tbody>
          {rows.map(([names, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td w={150}>
                {names.map(name => (
                  <Kbd key={name} mr={4}>
                    {name}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
