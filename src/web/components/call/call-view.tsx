import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { CallView as Call } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { SimilarToCall } from '../duplicates/similar-to-call.tsx'
import { CallbackCard } from '../follow-up/callback-card.tsx'
import { ReferralCard } from '../follow-up/referral-card.tsx'
import { ClockBar } from '../live/clock-bar.tsx'
import { CallActions } from './call-actions.tsx'
import { CallElapsed } from './call-elapsed.tsx'
import { CallNotes } from './call-notes.tsx'
import { CallResolution } from './call-resolution.tsx'
import { CallerFields } from './caller-fields.tsx'
import { ClassButtons } from './class-buttons.tsx'
import { InformationPanel } from './information/information-panel.tsx'
import { NumberPanel } from './number-panel.tsx'

/** A call that is no incident (yet): its limit, the caller, and what kind of call it is; to the right what the number was. */
export const CallView = ({ call }: { call: Call }) => {
  const { t } = useLanguage()
  const { works } = useRights()
  return (
    <article className="call" aria-label={t.call.title}>
      <CallHead call={call} />
      <div className="call-columns">
        <div className="call-main">
          <Stack gap="xs">
            {call.clocks.map(clock => (
              <ClockBar key={clock.key} clock={clock} />
            ))}
          </Stack>
          <CallerFields call={call} readOnly={!works} />
          {works && call.status === 'open' && <ClassButtons call={call.id} />}
          {works && <InformationPanel call={call} />}
          {call.callback && <CallbackCard task={call.callback} />}
          {call.referral && <ReferralCard referral={call.referral} />}
          <CallResolution call={call} />
          <CallNotes call={call} />
          <Group>
            {call.incident !== null && (
              <Button
                component="a"
                href={hrefOf('desk', 'incident', call.incident)}
                rightSection={<IconArrowRight size={16} aria-hidden />}
              >
                {t.call.toIncident}
              </Button>
            )}
            {works && <CallActions call={call} />}
          </Group>
        </div>
        <div className="call-beside">
          <NumberPanel call={call} />
          {works && call.status === 'open' && <SimilarToCall call={call} />}
        </div>
      </div>
    </article>
  )
}

const CallHead = ({ call }: { call: Call }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  return (
    <header className="call-head">
      <div>
        <Group gap="sm">
          <Title order={1} size="h2">
            {phoneText(call.phone) ?? t.board.unknownNumber}
          </Title>
          <span className="chip chip-status" data-colour={call.status === 'ended' ? 'gray' : 'blue'}>
            {call.callClass ? t.call.classes[call.callClass] : t.call.statuses[call.status]}
          </span>
        </Group>
        <Text size="sm" c="dimmed">
          {t.call.since(time(call.openedAt))} · {t.call.operator(call.operator)}
          {call.endedAt !== null && (
            <>
              {' · '}
              <span>{t.call.ended(time(call.endedAt))}</span>
            </>
          )}
        </Text>
      </div>
      <CallElapsed call={call} />
    </header>
  )
}
