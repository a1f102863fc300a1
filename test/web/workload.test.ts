import { expect, it } from 'vitest'
import type { HandoverView, IncidentSummary } from '../../src/admin-api/contract/index.ts'
import { workloadOf } from '../../src/web/components/supervisor/workload.ts'

const ani = { id: 'ani', name: 'Ani' }
const incident = (priority: 1 | 2, owner: typeof ani | null) => ({ priority, owner }) as IncidentSummary
const task = { owner: ani } as HandoverView['phoneTasks'][number]
const budi = { user: 'budi', name: 'Budi', role: 'operator' as const, by: ['switch' as const], until: null }

it('counts what each has, the busiest first; who is on duty without work and what nobody has stand there too', () => {
  const rows = workloadOf({
    incidents: [incident(1, ani), incident(2, ani), incident(1, null)],
    phoneTasks: [task],
    attention: [],
    onDuty: [budi],
  })
  expect(rows.map(({ name, incidents, urgent, tasks, onDuty }) => [name, incidents, urgent, tasks, onDuty])).toEqual([
    ['Ani', 2, 1, 1, false],
    [null, 1, 1, 0, false],
    ['Budi', 0, 0, 0, true],
  ])
})
