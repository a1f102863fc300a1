import { Checkbox, Radio, Text, Tooltip } from '@mantine/core'
import { IconBrandTelegram, IconPhoneCall, IconPlugConnectedX } from '@tabler/icons-react'
import type { ProposedAgencyView } from '../../../admin-api/contract/index.ts'
import type { PlanRow } from '../../dispatch/plan.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  row: PlanRow
  readOnly: boolean
  onTick: (ticked: boolean) => void
  onLead: () => void
}

/** One proposed agency: tick, name, why, how it is reached, and whether it leads. */
export const PlanRowView = ({ row, readOnly, onTick, onLead }: Props) => {
  const { t } = useLanguage()
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
          <strong>{row.agency}</strong> <span className="plan-name">{row.name}</span>
        </span>
        <Text size="xs" c="dimmed">
          {row.offered ? `${t.dispatch.offered}; ` : ''}
          {reasons} · {t.dispatch.duty[row.duty]}
        </Text>
      </div>
      {row.channel && <ChannelMark channel={row.channel} />}
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
      return t.dispatch.reasons[reason.kind](t.dispatch.facts[reason.fact])
    })
    .join(', ')
}

const channelIcons = { ok: IconBrandTelegram, down: IconPlugConnectedX, none: IconPhoneCall } as const

const ChannelMark = ({ channel }: { channel: ProposedAgencyView['channel'] }) => {
  const { t } = useLanguage()
  const Icon = channelIcons[channel]
  return (
    <Tooltip label={t.dispatch.channel[channel]}>
      <span className="channel-mark" data-channel={channel} role="img" aria-label={t.dispatch.channel[channel]}>
        <Icon size={17} aria-hidden />
      </span>
    </Tooltip>
  )
}
