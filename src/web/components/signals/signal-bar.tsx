import { Button, Kbd, Menu } from '@mantine/core'
import { IconBell, IconBellRinging, IconCheck, IconChevronUp } from '@tabler/icons-react'
import { useKeys } from '../../hooks/use-keys.ts'
import { go } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import type { Signal } from '../../signals/signals-for.ts'
import { useCall } from '../../signals/use-call.ts'
import { useSignals } from '../../signals/use-signals.ts'
import { formatSpan } from '../../time/format.ts'
import { useServiceReading } from '../../time/use-service-now.ts'
import { PriorityMark } from '../common/priority-mark.tsx'
import { signalWords } from './signal-words.ts'

/** The others come up as these are seen. */
const mostListed = 6

const open = ({ incident }: Signal) => go('desk', 'incident', incident.id)

/** At the foot of every page, so that nothing above it moves: what calls, the most urgent first, with its keys. */
export const SignalBar = () => {
  const { t, pick } = useLanguage()
  const { unseen, see } = useSignals()
  useCall(unseen)
  const [first, ...others] = unseen
  useKeys({ s: () => first && open(first), x: () => first && see([first]) })
  const Icon = first?.urgent ? IconBellRinging : IconBell
  return (
    <div aria-live="assertive">
      {first && (
        <section className="signal-bar" data-urgent={first.urgent} aria-label={t.signals.title}>
          <Icon size={20} aria-hidden />
          <PriorityMark priority={first.incident.priority} />
          <span className="signal-words">
            <strong>{signalWords(first, t, pick)}</strong>{' '}
            <span>
              {first.incident.typeName ? pick(first.incident.typeName) : t.board.noType} · {first.incident.number}
            </span>
          </span>
          <SignalAge signal={first} />
          <Button
            size="compact-sm"
            variant="white"
            color="dark"
            aria-keyshortcuts="S"
            rightSection={<Kbd size="xs">S</Kbd>}
            onClick={() => open(first)}
          >
            {t.signals.open}
          </Button>
          <Button
            size="compact-sm"
            variant="outline"
            color="white"
            leftSection={<IconCheck size={14} aria-hidden />}
            rightSection={<Kbd size="xs">X</Kbd>}
            aria-keyshortcuts="X"
            onClick={() => see([first])}
          >
            {t.signals.seen}
          </Button>
          {others.length > 0 && <OtherSignals signals={others} onSeeAll={() => see(unseen)} />}
        </section>
      )}
    </div>
  )
}

const SignalAge = ({ signal }: { signal: Signal }) => {
  const { t } = useLanguage()
  const span = useServiceReading(now => formatSpan((now - signal.about.at) / 1_000))
  // A count of seconds is not to be read out each second.
  return (
    <span className="signal-age" aria-live="off">
      {t.signals.since(span)}
    </span>
  )
}

const OtherSignals = ({ signals, onSeeAll }: { signals: readonly Signal[]; onSeeAll: () => void }) => {
  const { t, pick } = useLanguage()
  return (
    <Menu position="top-end" withArrow width={460}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="outline"
          color="white"
          rightSection={<IconChevronUp size={14} aria-hidden />}
        >
          {t.signals.others(signals.length)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {signals.slice(0, mostListed).map(signal => (
          <Menu.Item
            key={signal.id}
            leftSection={<PriorityMark priority={signal.incident.priority} />}
            onClick={() => open(signal)}
          >
            {signalWords(signal, t, pick)} · <span className="nowrap">{signal.incident.number}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCheck size={16} aria-hidden />} onClick={onSeeAll}>
          {t.signals.seeAll}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
