import { Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { InformationView } from '../../../../admin-api/contract/index.ts'
import { useInformation } from '../../../hooks/use-call-desk.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { Options } from '../../common/options.tsx'
import { QueryState } from '../../common/query-state.tsx'
import { AnswerOption } from './answer-option.tsx'

const searchPauseMs = 150

interface Props {
  /** id of the entry that is being recorded */
  busy: string | null
  onGive: (entry: InformationView) => void
}

/** The centre's answers by the caller's words; arrows choose, Enter records which was given. */
export const AnswerSearch = ({ busy, onGive }: Props) => {
  const { t } = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [words] = useDebouncedValue(typed.trim(), searchPauseMs)
  const found = useInformation(words)
  const entries = found.data ?? []
  const highlighted = Math.min(at, entries.length - 1)
  // What is highlighted must be an answer to what was typed, not to what was typed before.
  const searching = words !== typed.trim() || found.isPlaceholderData

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(entries.length - 1, highlighted + step)))
    }
    const entry = entries[highlighted]
    if (event.key === 'Enter' && entry && !searching) {
      event.preventDefault()
      onGive(entry)
    }
  }
  return (
    <>
      <TextInput
        label={t.answers.search}
        placeholder={t.answers.placeholder}
        description={t.answers.hint}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoComplete="off"
        maxLength={200}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={entries[highlighted] ? `${id}-${highlighted}` : undefined}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        data-autofocus
        ref={focusOnce}
      />
      <QueryState query={found}>
        {list => (
          <Options id={id} className="answers" label={t.answers.list} busy={searching}>
            {list.length === 0 && (
              <Text size="sm" c="dimmed" py="sm" role="option" aria-selected={false} aria-disabled>
                {words === '' ? t.answers.empty : t.answers.nothing}
              </Text>
            )}
            {list.map((entry, index) => (
              <AnswerOption
                key={entry.id}
                id={`${id}-${index}`}
                entry={entry}
                highlighted={index === highlighted}
                busy={busy === entry.id}
                onGive={() => onGive(entry)}
              />
            ))}
          </Options>
        )}
      </QueryState>
    </>
  )
}

/** An information call goes on by searching. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus()
