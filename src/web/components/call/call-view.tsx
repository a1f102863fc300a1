import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight, IconPhoneOff } from '@tabler/icons-react'
import type { CallView as Call } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { ClockBar } from '../live/clock-bar.tsx'
import { CallElapsed } from './call-elapsed.tsx'
import { CallHistory } from './call-history.tsx'
import { CallResolution } from './call-resolution.tsx'
import { CallerFields } from './caller-fields.tsx'
import { ClassButtons } from './class-buttons.tsx'
import { InformationForm } from './information-form.tsx'

/** A call that is no incident (yet): its limit, the caller, and what kind of call it is. */
export const CallView = ({ call }: { call: Call }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { works } = useRights()
  const over = call.status === 'ended'
  return (
    <article className="call" aria-label={t.call.title}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="sm">
            <Title order={1} size="h2">
              {call.phone ?? t.board.unknownNumber}
            </Title>
            <Badge variant="light" color={over ? 'gray' : 'blue'}>
              {call.callClass ? t.call.classes[call.callClass] : t.call.statuses[call.status]}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {t.call.since(time(call.openedAt))} · {t.call.operator(call.operator)}
          </Text>
        </div>
        <CallElapsed call={call} />
      </Group>

      <Stack gap="xs" mt="md">
        {call.clocks.map(clock => (
          <ClockBar key={clock.key} clock={clock} />
        ))}
      </Stack>

      {works && call.status === 'open' && <ClassButtons call={call.id} />}
      <CallResolution call={call} />
      {call.callClass === 'information' && works && <InformationForm call={call} />}

      <div className="call-columns">
        <CallerFields call={call} readOnly={!works} />
        <CallHistory call={call} />
      </div>

      {over && call.endedAt !== null && (
        <Alert color="gray" mt="md">
          {t.call.ended(time(call.endedAt))}
        </Alert>
      )}
      <Group mt="lg">
        {call.incident !== null && (
          <Button
            component="a"
            href={hrefOf('desk', 'incident', call.incident)}
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            {t.call.toIncident}
          </Button>
        )}
        {works && !over && <EndCallButton call={call.id} />}
      </Group>
    </article>
  )
}

export const EndCallButton = ({ call, compact = false }: { call: string; compact?: boolean }) => {
  const { t } = useLanguage()
  const end = useCallCommand((api, id: string, key) => api.end(id, key))
  return (
    <Button
      variant="default"
      size={compact ? 'compact-sm' : 'sm'}
      leftSection={<IconPhoneOff size={16} aria-hidden />}
      loading={end.busy}
      onClick={() => end.send(call)}
    >
      {t.call.end}
    </Button>
  )
}
