import { Checkbox, Radio, Text } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'
import type { PlanRow } from '../../plan/plan.ts'

interface Props {
  row: PlanRow
  readOnly: boolean
  onTick: (ticked: boolean) => void
  onLead: () => void
}

/** One proposed agency: tick, name, why, how it is reached, and whether it leads. */
export const PlanRowView = ({ row, readOnly, onTick, onLead }: Props) => {
  const { t, pick } = useLanguage()
  const reasons = useReasons(row.reasons)
  return (
    <li className="plan-row" data-ticked={row.ticked} data-agency={row.agency}>
      <Checkbox
        aria-label={t.dispatch.tickOf(row.agency)}
        checked={row.ticked}
        // Who leads goes along: first make another agency the lead.
        disabled={readOnly || row.lead}
        onChange={event => onTick(event.currentTarget.checked)}
      />
      <div className="plan-words">
        <span>
          <strong>{row.agency}</strong>{' '}
          <span className="plan-name">{row.post ? `${row.name} – ${row.post.name}` : row.name}</span>
        </span>
        <Text size="xs" c="dimmed">
          {row.offered ? `${t.dispatch.offered}; ` : ''}
          {[reasons, row.post && pick(row.post.why)].filter(Boolean).join(', ')} · {t.dispatch.duty[row.duty]}
          {row.channel && (
            <>
              {' · '}
              <span className="channel-mark" data-channel={row.channel}>
                {t.dispatch.channel[row.channel]}
              </span>
            </>
          )}
        </Text>
      </div>
      <Radio
        size="sm"
        name="lead"
        label={t.assignment.role.lead}
        aria-label={t.dispatch.leadOf(row.agency)}
        checked={row.lead}
        disabled={readOnly}
        onChange={onLead}
      />
    </li>
  )
}

const useReasons = (reasons: PlanRow['reasons']): string => {
  const { t } = useLanguage()
  if (reasons === 'added') return t.dispatch.reasons.added
  return reasons
    .map(reason => {
      if (reason.kind === 'lead' || reason.kind === 'card') return t.dispatch.reasons[reason.kind]
      if (reason.kind === 'substitute') return t.dispatch.reasons.substitute(reason.agency)
      return t.dispatch.reasons[reason.kind](t.dispatch.facts[reason.fact])
    })
    .join(', ')
}
