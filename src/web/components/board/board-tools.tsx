import { ActionIcon, Indicator, Kbd, Popover, TextInput } from '@mantine/core'
import { IconFilter, IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { type Choice, filtersOf } from '../../board/choice.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { BoardFilter } from './board-filter.tsx'

interface Props {
  choice: Choice
  choose: (change: Partial<Choice>) => void
}

/** Words to look for, and behind one button what else leaves something out, and the order. */
export const BoardTools = ({ choice, choose }: Props) => {
  const { t } = useLanguage()
  const words = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => words.current?.focus() })
  const others = filtersOf({ ...choice, words: '' })
  return (
    <div className="board-tools">
      <TextInput
        ref={words}
        size="xs"
        type="search"
        maxLength={100}
        aria-label={t.board.search}
        placeholder={t.board.search}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Kbd size="xs">/</Kbd>}
        value={choice.words}
        onChange={event => choose({ words: event.currentTarget.value })}
        onKeyDown={event => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Indicator label={others} size={15} disabled={others === 0} zIndex={1}>
        <Popover position="bottom-end" width={310} withArrow shadow="md" trapFocus>
          <Popover.Target>
            <ActionIcon
              size={30}
              variant={others > 0 ? 'light' : 'default'}
              aria-label={t.board.filterButton(others)}
              title={t.board.filterButton(others)}
            >
              <IconFilter size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={t.board.filter}>
            <BoardFilter choice={choice} choose={choose} />
          </Popover.Dropdown>
        </Popover>
      </Indicator>
    </div>
  )
}
