import { type ComboboxItem, Group, Select, Text } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import type { IncidentView, RunCardView } from '../../../admin-api/contract/index.ts'
import { forgetAsking, startsAsking, useRoute } from '../../hooks/use-route.ts'
import { useRunCards } from '../../hooks/use-service.ts'
import { searchTypes } from '../../intake/search-types.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { FieldRow } from './field-row.tsx'
import { useField } from './intake-context.tsx'

interface Props {
  /** version of the cards that the incident was opened with; absent: the newest */
  runCards?: number
  /** what is shown until the cards are there */
  saved?: Pick<IncidentView, 'type' | 'typeName'>
}

/** The type of incident, found by the words that callers use. */
export const TypeField = ({ runCards, saved }: Props) => {
  const { t, pick } = useLanguage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const route = useRoute()
  const cards = useRunCards(runCards).data ?? []
  const { answer, set, waiting, error, readOnly } = useField('type')
  const known = answer !== undefined && answer !== 'unknown' ? answer.known : null
  const hasCards = cards.length > 0
  const before = saved?.type && saved.typeName ? [{ value: saved.type, label: pick(saved.typeName) }] : []
  const options: ComboboxItem[] = hasCards ? cards.map(card => ({ value: card.code, label: pick(card.name) })) : before
  useEffect(() => {
    // The call became an incident this moment: what it is about is said first. Once, so that nothing is typed elsewhere later.
    if (!hasCards || !startsAsking(route)) return
    input.current?.focus()
    forgetAsking(route)
  }, [hasCards, route])
  return (
    <FieldRow
      letter="b"
      label={t.intake.fields.type}
      htmlFor={id}
      answered={answer !== undefined}
      waiting={waiting}
      unknown={answer === 'unknown'}
      onUnknown={() => set('unknown')}
      readOnly={readOnly}
    >
      <Select
        ref={input}
        id={id}
        size="sm"
        searchable
        // The list opens over the next fields: only when somebody types or wants it, never under a hand on its way there.
        openOnFocus={false}
        selectFirstOptionOnChange
        // the first letter opens the list: what it found is chosen then, too, so that Enter takes it at once
        selectFirstOptionOnDropdownOpen={known === null}
        allowDeselect={false}
        readOnly={readOnly}
        error={error}
        placeholder={answer === 'unknown' ? t.common.unknown : t.intake.placeholders.type}
        nothingFoundMessage={t.intake.typeNotFound}
        maxDropdownHeight={360}
        data={options}
        filter={({ search }) => found(cards, search, pick)}
        renderOption={({ option }) => <TypeOption card={cards.find(card => card.code === option.value)} />}
        value={known}
        onChange={code => code && set({ known: code })}
      />
    </FieldRow>
  )
}

const found = (cards: readonly RunCardView[], search: string, pick: (name: RunCardView['name']) => string) =>
  searchTypes(cards, search).map(card => ({ value: card.code, label: pick(card.name) }))

const TypeOption = ({ card }: { card: RunCardView | undefined }) => {
  const { pick } = useLanguage()
  if (!card) return null
  return (
    <Group gap="sm" wrap="nowrap" w="100%">
      <span className={`priority priority-${card.priority}`}>P{card.priority}</span>
      <Text size="sm" style={{ flex: 1 }}>
        {pick(card.name)}
      </Text>
      <Text size="xs">{card.code}</Text>
    </Group>
  )
}
