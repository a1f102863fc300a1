import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { same } from '../../../../admin/rebase.ts'
import { blankCard, unfinishedCards, withCard, withoutCard } from '../../../../admin/rules/cards.ts'
import type { RuleVersion } from '../../../../api/rules.ts'
import { QueryState } from '../../../../components/common/query-state.tsx'
import { go, useRoute } from '../../../../hooks/use-route.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { RulesFrame } from '../rules-frame.tsx'
import { type RuleDraft, useLatestRules, useRuleDraft } from '../use-rules.ts'
import { CardForm } from './card-form.tsx'
import { CardList } from './card-list.tsx'
import { NewCardDialog } from './new-card-dialog.tsx'
import { SubstitutesForm } from './substitutes-form.tsx'
import { SupportRows } from './support-rows.tsx'

/** Run cards: whom each type of incident needs. */
export const CardsTab = () => {
  const latest = useLatestRules('run-cards')
  return <QueryState query={latest}>{version => <CardsEditor latest={version} />}</QueryState>
}

const CardsEditor = ({ latest }: { latest: RuleVersion<'run-cards'> }) => {
  const [, chosen] = useRoute().parts
  const draft = useRuleDraft('run-cards', latest)
  const [adding, setAdding] = useState(false)
  const { content, set } = draft
  return (
    <RulesFrame kind="run-cards" latest={latest} draft={draft} unfinished={unfinishedCards(content)}>
      <div className="cards-editor">
        <CardList draft={draft} chosen={chosen} onAdd={() => setAdding(true)} />
        <Chosen draft={draft} chosen={chosen} />
      </div>
      {adding && (
        <NewCardDialog
          taken={content.cards.map(({ code }) => code)}
          onAdd={code => {
            set(withCard(content, code, blankCard(code)))
            setAdding(false)
            go('admin', 'cards', code)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </RulesFrame>
  )
}

interface Props {
  draft: RuleDraft<'run-cards'>
  chosen: string | undefined
}

const Chosen = ({ draft, chosen }: Props) => {
  const { t } = useLanguage()
  const { content, set } = draft
  if (chosen === 'forEveryType') {
    return (
      <section className="card-editor" aria-label={t.rules.everyType}>
        <Title order={2} mb="sm">
          {t.rules.everyType}
        </Title>
        <SupportRows
          label={t.rules.support}
          hint={t.rules.everyTypeHint}
          rows={content.forEveryType}
          onChange={forEveryType => set({ ...content, forEveryType })}
        />
      </section>
    )
  }
  if (chosen === 'substitutes') {
    return (
      <section className="card-editor" aria-label={t.rules.substitutes}>
        <Title order={2} mb="sm">
          {t.rules.substitutes}
        </Title>
        <SubstitutesForm set={content} onChange={set} />
      </section>
    )
  }
  return <ChosenCard draft={draft} chosen={chosen} />
}

const ChosenCard = ({ draft, chosen }: Props) => {
  const { t, lang } = useLanguage()
  const { base, content, set } = draft
  const card = content.cards.find(({ code }) => code === chosen)
  const inForce = base.cards.find(({ code }) => code === chosen)
  if (!card) {
    return (
      <section className="card-editor">
        <Text c="dimmed">{t.rules.choose}</Text>
      </section>
    )
  }
  return (
    <section className="card-editor" aria-label={card.code}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>
          {card.name[lang] || t.rules.fresh} ({card.code})
        </Title>
        <Group gap="xs">
          {inForce && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={same(inForce, card)}
              onClick={() => set(withCard(content, card.code, inForce))}
            >
              {t.rules.restoreCard}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => set(withoutCard(content, card.code))}>
            {t.rules.removeCard}
          </Button>
        </Group>
      </Group>
      <CardForm key={card.code} card={card} onChange={changed => set(withCard(content, card.code, changed))} />
    </section>
  )
}
