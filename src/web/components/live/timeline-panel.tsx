import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { IncidentView, TimelineEntryView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { describeEntry } from '../../plan/describe-entry.ts'
import { Panel } from '../common/panel.tsx'

const shownFirst = 12
/** Told by the clocks, cards and chips already: only in the whole list. */
const minor = ['RungFired', 'AlertDelivered', 'OutcomeChosen', 'ClosureAwaited']
/** Only entries whose true time lies clearly before their recording say when they were written down. */
const recordedLaterMs = 30_000

/** What happened, newest first, with the true time and who said so. */
export const TimelinePanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const [all, setAll] = useState(false)
  const entries = [...incident.timeline].sort((a, b) => b.seq - a.seq)
  const shown = all ? entries : entries.filter(({ type }) => !minor.includes(type)).slice(0, shownFirst)
  return (
    <Panel title={t.timeline.title}>
      {entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.timeline.empty}
        </Text>
      )}
      <ol className="timeline">
        {shown.map(entry => (
          <TimelineRow key={entry.seq} entry={entry} incident={incident} />
        ))}
      </ol>
      {(all || shown.length < entries.length) && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAll(!all)}>
          {all ? t.timeline.showMain : t.timeline.showAll(entries.length)}
        </Button>
      )}
    </Panel>
  )
}

const TimelineRow = ({ entry, incident }: { entry: TimelineEntryView; incident: IncidentView }) => {
  const { t, lang } = useLanguage()
  const { time } = useTimes()
  const { title, detail } = describeEntry(entry, incident.clocks, t, lang)
  const late = entry.recordedAt - entry.at > recordedLaterMs
  const by = [entry.by, late ? t.timeline.recorded(time(entry.recordedAt)) : ''].filter(Boolean).join(', ')
  return (
    <li>
      <time>{time(entry.at)}</time>
      <span>
        <strong>{title}</strong>
        {detail !== '' && ` · ${detail}`}
        {by !== '' && <span className="timeline-by">{by}</span>}
      </span>
    </li>
  )
}
