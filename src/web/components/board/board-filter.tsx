import { Button, Chip, Group, SegmentedControl, Select, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Choice, everything, sorts } from '../../board/choice.ts'
import { useBoard } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type IncidentStatus, overStatuses, type Priority, priorities } from '../../words.ts'

interface Props {
  choice: Choice
  choose: (change: Partial<Choice>) => void
}

/** Whose, how urgent, how far, with which agency; and the order of what is left. */
export const BoardFilter = ({ choice, choose }: Props) => {
  const { t } = useLanguage()
  const open = Object.keys(t.incidentStatus).filter(
    status => !overStatuses.includes(status as IncidentStatus),
  ) as IncidentStatus[]
  const board = useBoard().data ?? []
  const agencies = new Set(board.flatMap(incident => incident.agencies.map(({ agency }) => agency)))
  if (choice.agency !== null) agencies.add(choice.agency)
  return (
    <Stack gap="sm">
      <Part title={t.board.sort}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t.board.sort}
          data={sorts.map(sort => ({ value: sort, label: t.board.sorts[sort] }))}
          value={choice.sort}
          onChange={sort => choose({ sort })}
        />
      </Part>
      <Part title={t.board.whose}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t.board.whose}
          data={[
            { value: 'all', label: t.board.all },
            { value: 'mine', label: t.board.mine },
          ]}
          value={choice.mine ? 'mine' : 'all'}
          onChange={whose => choose({ mine: whose === 'mine' })}
        />
      </Part>
      <Part title={t.board.priority}>
        <Chip.Group
          multiple
          value={choice.priorities.map(String)}
          onChange={values => choose({ priorities: values.map(value => Number(value) as Priority) })}
        >
          <Group gap={6}>
            {priorities.map(priority => (
              <Chip key={priority} size="xs" value={String(priority)} title={t.priority[priority]}>
                P{priority}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Part>
      <Part title={t.common.status}>
        <Chip.Group
          multiple
          value={[...choice.statuses]}
          onChange={values => choose({ statuses: values as IncidentStatus[] })}
        >
          <Group gap={6}>
            {open.map(status => (
              <Chip key={status} size="xs" value={status}>
                {t.incidentStatus[status]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Part>
      <Select
        size="xs"
        label={t.board.agency}
        placeholder={t.board.allAgencies}
        clearable
        searchable
        comboboxProps={{ withinPortal: false }}
        data={[...agencies].sort()}
        value={choice.agency}
        onChange={agency => choose({ agency })}
      />
      <Button size="compact-sm" variant="subtle" onClick={() => choose({ ...everything, sort: choice.sort })}>
        {t.board.showAll}
      </Button>
    </Stack>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <div className="board-filter-title">{title}</div>
    {children}
  </div>
)
