import { Badge, Button, Group, Table, Text, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { InformationList } from '../../../../admin-api/contract/index.ts'
import { findEntries } from '../../../admin/find-entries.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { AdminTable } from '../admin-table.tsx'
import { ActiveBadge } from '../shared/active-badge.tsx'
import { useInformation } from '../use-admin.ts'
import { InformationDialog, NewInformationDialog } from './information-dialogs.tsx'

type Entry = InformationList['entries'][number]

/** Answers for callers who need no crew, and how often each was given. */
export const InformationTab = () => {
  const { t } = useLanguage()
  const words = t.informationAdmin
  const entries = useInformation()
  const [asked, setAsked] = useState('')
  const [edited, setEdited] = useState<Entry | 'new' | null>(null)
  return (
    <>
      <Group mb="sm">
        <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          {words.add}
        </Button>
        <TextInput
          aria-label={words.search}
          placeholder={words.search}
          w={320}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={asked}
          onChange={event => setAsked(event.currentTarget.value)}
        />
      </Group>
      <QueryState query={entries}>
        {list => (
          <AdminTable
            head={[words.topic, words.answer, words.receiver, words.given, t.common.status, '']}
            empty={list.length === 0 ? words.empty : words.notFound}
            rows={findEntries(list, asked).map(entry => (
              <EntryRow key={entry.id} entry={entry} onEdit={() => setEdited(entry)} />
            ))}
          />
        )}
      </QueryState>
      {edited === 'new' && <NewInformationDialog onClose={() => setEdited(null)} />}
      {edited !== null && edited !== 'new' && <InformationDialog entry={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

const EntryRow = ({ entry, onEdit }: { entry: Entry; onEdit: () => void }) => {
  const { t } = useLanguage()
  return (
    <Table.Tr>
      <Table.Td fw={600} miw={180}>
        {entry.topic}
      </Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={2}>
          {entry.answer}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{entry.receiver ?? '–'}</Text>
        <Text size="sm" c="dimmed" className="nowrap">
          {entry.phone}
        </Text>
      </Table.Td>
      <Table.Td>{entry.given}</Table.Td>
      <Table.Td>
        <Group gap={6}>
          <ActiveBadge active={entry.active} />
          {entry.referral && (
            <Badge color="blue" variant="light" tt="none">
              {t.informationAdmin.referred}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td ta="right">
        <Button size="compact-sm" variant="subtle" aria-label={t.admin.pairing.editOf(entry.topic)} onClick={onEdit}>
          {t.common.edit}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
