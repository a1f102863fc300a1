import { expect, test } from 'vitest'
import type { HealthView } from '../../src/admin-api/contract/index.ts'
import { useApp } from '../support/flow.ts'

const flow = useApp()

test('the running app audits itself: its verdict stands on the health page and in /healthz', async () => {
  const { app } = flow
  const health = () => app.operator.get<HealthView>('/api/health')
  await expect.poll(async () => (await health()).audit, { timeout: 20_000 }).not.toBeNull()
  expect(await health()).toMatchObject({
    audit: { found: 0, findings: [], alarm: false, stale: false },
    heartbeat: null,
  })
  const monitor = await fetch(`${app.url}/healthz`)
  const told = await monitor.json()
  expect(monitor.status).toBe(200)
  expect(told).toMatchObject({ status: 'ok' })
  expect(told.parts).toContainEqual({ name: 'Auditor', status: 'ok' })
})
