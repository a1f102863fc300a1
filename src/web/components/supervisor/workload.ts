import type { HandoverView } from '../../../admin-api/contract/index.ts'
import type { Role } from '../../words.ts'

export interface Workload {
  /** null: incidents that nobody has */
  id: string | null
  name: string | null
  role: Role | null
  incidents: number
  urgent: number
  /** phone tasks and attention items of these incidents */
  tasks: number
  onDuty: boolean
  until: number | null
}

/** Who has how many incidents and tasks, the busiest first; whoever is on duty stands there without any too. */
export const workloadOf = ({
  incidents,
  phoneTasks,
  attention,
  onDuty,
}: Pick<HandoverView, 'incidents' | 'phoneTasks' | 'attention' | 'onDuty'>): Workload[] => {
  const rows = new Map<string | null, Workload>()
  const rowOf = (owner: { id: string; name: string } | null): Workload => {
    const duty = onDuty.find(({ user }) => user === owner?.id)
    const row = rows.get(owner?.id ?? null) ?? {
      id: owner?.id ?? null,
      name: owner?.name ?? null,
      role: duty?.role ?? null,
      incidents: 0,
      urgent: 0,
      tasks: 0,
      onDuty: duty !== undefined,
      until: duty?.until ?? null,
    }
    rows.set(row.id, row)
    return row
  }
  for (const { owner, priority } of incidents) {
    const row = rowOf(owner)
    row.incidents += 1
    if (priority === 1) row.urgent += 1
  }
  for (const { owner } of [...phoneTasks, ...attention]) rowOf(owner).tasks += 1
  for (const { user, name } of onDuty) rowOf({ id: user, name })
  return [...rows.values()].sort((a, b) => b.incidents - a.incidents || b.tasks - a.tasks)
}
