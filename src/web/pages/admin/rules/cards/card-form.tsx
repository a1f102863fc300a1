import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import type { Card, LeadRow, RaiseRow } from '../../../../admin/rules/cards.ts'
import { orNone, withOptional } from '../../../../admin/rules/with-optional.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { Rows } from '../rows.tsx'
import { AgenciesChoice, AgencyChoice, FactChoice, PriorityChoice, useAgencyChoices } from './choices.tsx'
import { SupportRows } from './support-rows.tsx'

interface Props {
  card: Card
  onChange: (card: Card) => void
}

/** One type of incident: what it is called, how urgent it is, whom it needs and when. */
export const CardForm = ({ card, onChange }: Props) => {
  const { t } = useLanguage()
  const name = (part: 'id' | 'en', value: string) => onChange({ ...card, name: { ...card.name, [part]: value } })
  return (
    <Stack>
      <div className="card-names">
        <TextInput
          label={t.rules.nameId}
          maxLength={200}
          autoComplete="off"
          error={card.name.id.trim() === ''}
          value={card.name.id}
          onChange={event => name('id', event.currentTarget.value)}
        />
        <TextInput
          label={t.rules.nameEn}
          maxLength={200}
          autoComplete="off"
          error={card.name.en.trim() === ''}
          value={card.name.en}
          onChange={event => name('en', event.currentTarget.value)}
        />
      </div>
      <div className="card-names">
        <Select
          label={t.rules.priority}
          allowDeselect={false}
          data={([1, 2, 3, 4] as const).map(value => ({
            value: String(value),
            label: t.priorityLabel(value, t.priority[value]),
          }))}
          value={String(card.priority)}
          onChange={priority => priority && onChange({ ...card, priority: Number(priority) })}
        />
        <Select
          label={t.rules.lead}
          searchable
          clearable
          placeholder={t.rules.operatorPicks}
          data={useAgencyChoices(card.lead === null ? [] : [card.lead])}
          value={card.lead}
          onChange={lead => onChange({ ...card, lead })}
        />
      </div>
      <Checkbox
        label={t.rules.restricted}
        checked={card.restricted}
        onChange={event => onChange({ ...card, restricted: event.currentTarget.checked })}
      />
      <SupportRows label={t.rules.support} rows={card.support} onChange={support => onChange({ ...card, support })} />
      <RaiseRows card={card} onChange={onChange} />
      <LeadRows card={card} onChange={onChange} />
      <TextInput
        label={t.rules.note}
        maxLength={200}
        autoComplete="off"
        value={card.note ?? ''}
        onChange={event => onChange(withOptional(card, 'note', event.currentTarget.value || null))}
      />
    </Stack>
  )
}

const freshRaise: RaiseRow = { to: 1, when: '' }

const RaiseRows = ({ card, onChange }: Props) => {
  const { t } = useLanguage()
  return (
    <Rows
      label={t.rules.raise}
      add={t.rules.addRaise}
      rows={card.raise ?? []}
      fresh={freshRaise}
      onChange={raise => onChange(withOptional(card, 'raise', orNone(raise)))}
    >
      {(row, change, nameOf) => (
        <>
          <PriorityChoice
            label={nameOf(t.rules.raiseTo)}
            value={row.to}
            onChange={to => to !== null && change({ ...row, to })}
          />
          <FactChoice
            label={nameOf(t.rules.when)}
            optional={false}
            value={row.when}
            onChange={when => change({ ...row, when: when ?? '' })}
          />
        </>
      )}
    </Rows>
  )
}

const freshLead: LeadRow = { lead: '', when: '' }

const LeadRows = ({ card, onChange }: Props) => {
  const { t } = useLanguage()
  return (
    <Rows
      label={t.rules.leadWhen}
      add={t.rules.addLeadWhen}
      rows={card.leadWhen ?? []}
      fresh={freshLead}
      onChange={rows => onChange(withOptional(card, 'leadWhen', orNone(rows)))}
    >
      {(row, change, nameOf) => (
        <>
          <FactChoice
            label={nameOf(t.rules.when)}
            optional={false}
            value={row.when}
            onChange={when => change({ ...row, when: when ?? '' })}
          />
          <AgencyChoice label={nameOf(t.rules.newLead)} value={row.lead} onChange={lead => change({ ...row, lead })} />
          <PriorityChoice
            label={nameOf(t.rules.newPriority)}
            optional
            value={row.priority ?? null}
            onChange={priority => change(withOptional(row, 'priority', priority))}
          />
          <AgenciesChoice
            label={nameOf(t.rules.keep)}
            placeholder={t.rules.keep}
            value={row.keep ?? []}
            onChange={keep => change(withOptional(row, 'keep', orNone(keep)))}
          />
        </>
      )}
    </Rows>
  )
}
