import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { ClockView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { ClockBar } from './clock-bar.tsx'

/** Running limits first, those that hurry before mere figures, the nearest end on top. */
const byUrgency = (a: ClockView, b: ClockView): number =>
  Number(a.kind === 'figure') - Number(b.kind === 'figure') ||
  a.startedAt + a.limitSeconds * 1000 - (b.startedAt + b.limitSeconds * 1000)

export const ClocksPanel = ({ incident, clocks }: { incident: IncidentView; clocks: ClockView[] }) => {
  const { t } = useLanguage()
  const { supervises } = useRights()
  const [showDone, setShowDone] = useState(false)
  const take = useIncidentCommand(incident.id, (commands, clock: string, key) => commands.takeClock(clock, key))
  const running = clocks.filter(clock => clock.state === 'running').sort(byUrgency)
  const done = clocks.filter(clock => clock.state !== 'running').sort((a, b) => a.startedAt - b.startedAt)
  return (
    <Panel title={t.clocks.title}>
      {running.length === 0 && done.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.clocks.empty}
        </Text>
      )}
      {running.map(clock => (
        <ClockBar
          key={clock.key}
          clock={clock}
          {...(supervises && clock.kind !== 'figure' && { onTake: () => take.send(clock.key) })}
          taking={take.input === clock.key}
        />
      ))}
      {(showDone || running.length === 0) && done.map(clock => <ClockBar key={clock.key} clock={clock} />)}
      {running.length > 0 && done.length > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" mt={4} onClick={() => setShowDone(!showDone)}>
          {showDone ? t.clocks.hideDone : t.clocks.showDone(done.length)}
        </Button>
      )}
    </Panel>
  )
}
