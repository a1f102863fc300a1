import { useMediaQuery } from '@mantine/hooks'
import type { IncidentView as Incident } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { overStatuses } from '../../words.ts'
import { PlanPanel } from '../agencies/plan-panel.tsx'
import { SentPanel } from '../agencies/sent-panel.tsx'
import { ConflictsPanel } from '../duplicates/conflicts-panel.tsx'
import { FurtherReportsPanel } from '../duplicates/further-reports-panel.tsx'
import { SimilarToIncident } from '../duplicates/similar-to-incident.tsx'
import { GuidancePanel } from '../guidance/guidance-panel.tsx'
import { IntakeForm } from '../intake/intake-form.tsx'
import { AttentionPanel } from '../live/attention-panel.tsx'
import { ClocksPanel } from '../live/clocks-panel.tsx'
import { PhoneTasksPanel } from '../live/phone-tasks-panel.tsx'
import { PhotosPanel } from '../live/photos-panel.tsx'
import { TimelinePanel } from '../live/timeline-panel.tsx'
import { CallStrip } from './call-strip.tsx'
import { ClosingPanel } from './closing-panel.tsx'
import { HandOverPanel } from './hand-over-panel.tsx'
import { IncidentHeader } from './incident-header.tsx'
import { LongOperationPanel } from './long-operation-panel.tsx'
import { TalkPanel } from './talk/talk-panel.tsx'

/** As in `incident.css`: what is asked must not stand below everything else. */
const oneColumn = '(max-width: 899px)'
const beforeDispatch = ['intake', 'submitted', 'taken']

/** One incident, all of it: what is known, who is on it, what runs. Columns beside each other where there is room. */
export const IncidentView = ({ incident }: { incident: Incident }) => {
  const { t } = useLanguage()
  const planning = beforeDispatch.includes(incident.status) && incident.assignments.length === 0
  const isOver = overStatuses.includes(incident.status)
  const narrow = useMediaQuery(oneColumn)
  const guidance = !isOver && <GuidancePanel incident={incident} folded={narrow || !planning} />
  return (
    <article className="incident" aria-label={t.board.openIncident(incident.number)} data-status={incident.status}>
      <IncidentHeader incident={incident} />
      <div className="incident-columns">
        <div className="column column-intake">
          {incident.calls.map(call => (
            <CallStrip key={call} call={call} newest={call === incident.calls.at(-1)} />
          ))}
          {narrow && guidance}
          <IntakeForm incident={incident} />
        </div>
        <div className="columns-right">
          <div className="column column-agencies">
            <ConflictsPanel incident={incident} />
            <HandOverPanel incident={incident} />
            <LongOperationPanel incident={incident} />
            <AttentionPanel incident={incident} />
            <PhoneTasksPanel incident={incident} />
            {planning && !isOver && <PlanPanel incident={incident} />}
            {!narrow && guidance}
            {incident.assignments.length > 0 && <SentPanel incident={incident} />}
            {!planning && !isOver && <ClosingPanel incident={incident} />}
          </div>
          <div className="column column-live">
            {planning && !isOver && <SimilarToIncident incident={incident} />}
            <ClocksPanel incident={incident} clocks={incident.clocks} />
            <FurtherReportsPanel incident={incident} />
            {incident.assignments.length > 0 && <TalkPanel incident={incident} />}
            <PhotosPanel incident={incident} />
            <TimelinePanel incident={incident} />
          </div>
        </div>
      </div>
    </article>
  )
}
