import { Badge, Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { RunCardSetEdit } from '../../../../../admin-api/contract/index.ts'
import type { Card } from '../../../../admin/rules/cards.ts'
import { PriorityMark } from '../../../../components/common/priority-mark.tsx'
import { hrefOf } from '../../../../hooks/use-route.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import type { Priority } from '../../../../words.ts'
import type { RuleDraft } from '../use-rules.ts'

interface Props {
  draft: RuleDraft<'run-cards'>
  chosen: string | undefined
  onAdd: () => void
}

const found = ({ cards }: RunCardSetEdit, words: string): Card[] =>
  cards.filter(({ code, name }) => `${code} ${name.id} ${name.en}`.toLowerCase().includes(words.trim().toLowerCase()))

/** Every type of incident, also those that the draft takes away, and what holds for all of them. */
export const CardList = ({ draft, chosen, onAdd }: Props) => {
  const { t, lang } = useLanguage()
  const [words, setWords] = useState('')
  const { base, content, changed } = draft
  const gone = found(base, words).filter(({ code }) => !content.cards.some(card => card.code === code))
  const isNew = (code: string) => !base.cards.some(card => card.code === code)
  const common = [
    { part: 'forEveryType', name: t.rules.everyType },
    { part: 'substitutes', name: t.rules.substitutes },
  ]
  return (
    <nav className="card-list" aria-label={t.rules.cards}>
      <TextInput
        aria-label={t.rules.search}
        placeholder={t.rules.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      <ul>
        {common.map(({ part, name }) => (
          <li key={part}>
            <a href={hrefOf('admin', 'cards', part)} {...(chosen === part && { 'aria-current': 'true' })}>
              <span className="card-name">{name}</span>
              {changed.includes(part) && <Mark colour="orange" text={t.rules.changed} />}
            </a>
          </li>
        ))}
        {found(content, words).map(({ code, name, priority, lead }) => (
          <li key={code}>
            <a href={hrefOf('admin', 'cards', code)} {...(chosen === code && { 'aria-current': 'true' })}>
              <PriorityMark priority={priority as Priority} />
              <span className="card-name">
                {name[lang] || code}
                <small>
                  {code} · {lead ?? t.rules.operatorPicks}
                </small>
              </span>
              {changed.includes(`cards.${code}`) && (
                <Mark colour={isNew(code) ? 'teal' : 'orange'} text={isNew(code) ? t.rules.fresh : t.rules.changed} />
              )}
            </a>
          </li>
        ))}
        {gone.map(card => (
          <li key={card.code} className="card-gone">
            <span className="card-name">
              <del>{card.name[lang]}</del>
              <small>{card.code}</small>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t.rules.restoreOf(card.name[lang])}
              onClick={() => draft.set({ ...content, cards: [...content.cards, card] })}
            >
              {t.rules.undo}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
        {t.rules.addCard}
      </Button>
    </nav>
  )
}

const Mark = ({ colour, text }: { colour: string; text: string }) => (
  <Badge color={colour} variant="light" tt="none" size="sm">
    {text}
  </Badge>
)
