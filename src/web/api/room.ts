import type {
  ColleagueList,
  Done,
  DutyList,
  DutyView,
  EscalationsView,
  HandedOverView,
  HandoverView,
  NewHandover,
  NewShift,
  ShiftView,
} from '../../admin-api/contract/index.ts'
import { command, read } from './http.ts'
import { centrePath, segment } from './service.ts'

/** What a supervisor reads and does about the room as a whole. */
export const roomApi = (centre: string) => {
  const base = centrePath(centre)
  return {
    escalations: () => read<EscalationsView>(`${base}/escalations`),
    handover: () => read<HandoverView>(`${base}/handover`),
    handOver: (input: NewHandover, key: string) => command<HandedOverView>('POST', `${base}/handover`, key, input),
    duty: () => read<DutyView>(`${base}/duty`),
    colleagues: () => read<ColleagueList>(`${base}/colleagues`).then(answer => answer.users),
    /** shifts that touch the period, service ms */
    shifts: (from: number, until: number) =>
      read<DutyList>(`${base}/duty-list?from=${Math.floor(from)}&until=${Math.floor(until)}`).then(
        answer => answer.shifts,
      ),
    addShift: (shift: NewShift, key: string) => command<ShiftView>('POST', `${base}/duty-list`, key, shift),
    removeShift: (shift: string, key: string) => command<Done>('DELETE', `${base}/duty-list/${segment(shift)}`, key),
  }
}
