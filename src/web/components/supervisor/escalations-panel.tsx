import { Button, Text } from '@mantine/core'
import type { ClockView, EscalationsView } from '../../../admin-api/contract/index.ts'
import { clockName } from '../../clocks/clock-name.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { useEscalations, useRenewRoom } from '../../hooks/use-room.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { QueryState } from '../common/query-state.tsx'
import { ClockMark } from '../live/clock-mark.tsx'
import { IncidentWords } from './incident-words.tsx'
import { LadderLine } from './ladder-line.tsx'

type Escalation = EscalationsView['incidents'][number]

/** Incidents whose limits passed or whose agencies are silent; pings are answered here. */
export const EscalationsPanel = () => {
  const { t } = useLanguage()
  const escalations = useEscalations()
  return (
    <Panel title={t.supervisor.escalations}>
      <QueryState query={escalations}>
        {({ incidents }) =>
          incidents.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.supervisor.escalationsEmpty}
            </Text>
          ) : (
            <ul className="escalations">
              {incidents.map(escalation => (
                <EscalationRow key={escalation.incident} escalation={escalation} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Panel>
  )
}

const EscalationRow = ({ escalation }: { escalation: Escalation }) => {
  const { t } = useLanguage()
  const { incident, number, owner, clocks, ladders, priority } = escalation
  return (
    <li>
      <div className="escalation-head">
        <PriorityMark priority={priority} />
        <a href={hrefOf('desk', 'incident', incident)} aria-label={t.supervisor.openOf(number)}>
          {number}
        </a>
        <IncidentWords incident={incident} />
        <span className="escalation-rung">{owner?.name ?? t.supervisor.nobody}</span>
      </div>
      {clocks.map(clock => (
        <EscalatedClock key={clock.key} incident={incident} number={number} clock={clock} />
      ))}
      {ladders.length > 0 && (
        <ul className="ladders" aria-label={t.supervisor.ladders}>
          {ladders.map(ladder => (
            <LadderLine key={ladder.assignment} ladder={ladder} />
          ))}
        </ul>
      )}
    </li>
  )
}

const EscalatedClock = ({ incident, number, clock }: { incident: string; number: string; clock: ClockView }) => {
  const { t, pick } = useLanguage()
  const { time } = useTimes()
  const { supervises } = useRights()
  const renew = useRenewRoom()
  const take = useIncidentCommand(incident, (commands, key: string, id) => commands.takeClock(key, id), renew)
  const name = clockName(clock, pick)
  const taken = clock.taken
  return (
    <div className="escalation-clock">
      <span className="escalation-name">{name}</span>
      <ClockMark clock={clock} />
      <span className="escalation-rung">{t.supervisor.rungs(clock.rungsFired.length)}</span>
      {taken && <span className="escalation-rung">{t.supervisor.takenBy(taken.by, time(taken.until))}</span>}
      {supervises && (
        <Button
          size="compact-sm"
          variant={taken ? 'default' : 'filled'}
          color="red.8"
          aria-label={t.supervisor.takeOf(`${number} ${name}`)}
          loading={take.busy}
          onClick={() => take.send(clock.key)}
        >
          {t.supervisor.take}
        </Button>
      )}
    </div>
  )
}
