import { Title } from '@mantine/core'
import { QueryState } from '../components/common/query-state.tsx'
import { EscalationsPanel } from '../components/supervisor/escalations-panel.tsx'
import { HandoverPanel } from '../components/supervisor/handover-panel.tsx'
import { RoomAttention, RoomPhoneTasks } from '../components/supervisor/open-items-panels.tsx'
import { ShiftsPanel } from '../components/supervisor/shifts-panel.tsx'
import { TodayStrip } from '../components/supervisor/today-strip.tsx'
import { WorkloadPanel } from '../components/supervisor/workload-panel.tsx'
import { useShiftHandover } from '../hooks/use-room.ts'
import { useLanguage } from '../lang/language-provider.tsx'

/** The room as a whole: what climbs, what waits, who has how much, who is on duty, and the handover. */
export const SupervisorPage = () => {
  const { t } = useLanguage()
  const room = useShiftHandover()
  return (
    <div className="page page-sunken">
      <Title order={1} size="h2" mb="md">
        {t.supervisor.title}
      </Title>
      <TodayStrip />
      <div className="room">
        <div className="room-column">
          <EscalationsPanel />
        </div>
        <QueryState query={room}>
          {view => (
            <>
              <div className="room-column">
                <RoomAttention items={view.attention} />
                <RoomPhoneTasks tasks={view.phoneTasks} />
                <WorkloadPanel room={view} />
              </div>
              <div className="room-column">
                <ShiftsPanel />
                <HandoverPanel room={view} />
              </div>
            </>
          )}
        </QueryState>
      </div>
    </div>
  )
}
