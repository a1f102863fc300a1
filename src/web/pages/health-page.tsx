import { Alert, Badge, Group, Paper, SimpleGrid, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { HealthView } from '../../admin-api/contract/index.ts'
import { readHealth } from '../api/admin.ts'
import { keys } from '../api/keys.ts'
import { QueryState } from '../components/common/query-state.tsx'
import { AuditPanel } from '../components/health/audit-panel.tsx'
import { useTimes } from '../hooks/use-centre.tsx'
import { useLanguage } from '../lang/language-provider.tsx'
import { formatSpan } from '../time/format.ts'

const everyMs = 5_000
const colours = { ok: 'teal', degraded: 'orange', down: 'red' } as const

/** How the installation is doing: its parts, what waits, memory and clocks. */
export const HealthPage = () => {
  const { t } = useLanguage()
  const health = useQuery({ queryKey: keys.health, queryFn: readHealth, refetchInterval: everyMs })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes the focus, and keys must be able to scroll it
    <section className="page" aria-label={t.health.title} tabIndex={0}>
      <QueryState query={health}>
        {view => (
          <>
            <Group mb="md">
              <Title order={1} size="h2">
                {t.health.title}
              </Title>
              <StatusBadge status={view.status} size="lg" />
            </Group>
            <Storms storms={view.storms} />
            <Figures view={view} />
            <Parts view={view} />
            <AuditPanel audit={view.audit} heartbeat={view.heartbeat} />
            <Depths depths={view.depths} />
          </>
        )}
      </QueryState>
    </section>
  )
}

const Storms = ({ storms }: { storms: HealthView['storms'] }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  return storms.map(({ centre, since, most, windowMinutes }) => (
    <Alert key={centre} color="violet" mb="md" title={`${t.storm.title} ${centre}`}>
      {t.storm.on(dateTime(since), most, windowMinutes)}
    </Alert>
  ))
}

const StatusBadge = ({ status, size = 'md' }: { status: HealthView['status']; size?: 'md' | 'lg' }) => {
  const { t } = useLanguage()
  return (
    <Badge color={colours[status]} variant={status === 'ok' ? 'light' : 'filled'} tt="none" size={size}>
      {t.health.statuses[status]}
    </Badge>
  )
}

const Figures = ({ view }: { view: HealthView }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const megabytes = (value: number) => t.health.megabytes(value.toFixed(0))
  return (
    <SimpleGrid cols={{ base: 2, md: 5 }} mb="lg">
      <Figure label={t.health.mode}>{t.health.modes[view.mode]}</Figure>
      <Figure label={t.health.uptime}>{formatSpan(view.uptimeSeconds)}</Figure>
      <Figure label={t.health.memory}>
        {megabytes(view.memory.residentMegabytes)}
        <Text size="xs" c="dimmed">
          {t.health.resident}; {t.health.heap} {megabytes(view.memory.heapMegabytes)}
        </Text>
        {view.memory.chromiumMegabytes !== null && (
          <Text size="xs" c="dimmed">
            {t.health.chromium} {megabytes(view.memory.chromiumMegabytes)}
          </Text>
        )}
      </Figure>
      <Figure label={t.health.clocks}>
        {dateTime(view.clocks.service)}
        <Text size="xs" c="dimmed">
          {t.health.service}, {t.health.rate(String(view.clocks.rate))}; {t.health.machine}{' '}
          {dateTime(view.clocks.machine)}
        </Text>
      </Figure>
      <Figure label={t.health.streams}>{view.liveStreams}</Figure>
    </SimpleGrid>
  )
}

const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <Paper withBorder p="sm">
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text component="div" fw={600}>
      {children}
    </Text>
  </Paper>
)

const Parts = ({ view }: { view: HealthView }) => {
  const { t } = useLanguage()
  const { names, states } = t.health
  return (
    <Table mb="lg" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.health.part}</Table.Th>
          <Table.Th>{t.health.kind}</Table.Th>
          <Table.Th>{t.common.status}</Table.Th>
          <Table.Th>{t.health.detail}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {view.parts.map(part => (
          <Table.Tr key={`${part.kind} ${part.name}`}>
            <Table.Td fw={600}>{names[part.name as keyof typeof names] ?? part.name}</Table.Td>
            <Table.Td>{t.health.kinds[part.kind]}</Table.Td>
            <Table.Td>
              <StatusBadge status={part.status} />
            </Table.Td>
            <Table.Td className="long-text">
              {[part.state && (states[part.state] ?? part.state), part.detail].filter(Boolean).join(', ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const Depths = ({ depths }: { depths: HealthView['depths'] }) => {
  const { t } = useLanguage()
  const waiting = Object.entries(depths)
  return (
    <section aria-label={t.health.depths}>
      <Title order={2} size="h3" mb="xs">
        {t.health.depths}
      </Title>
      {waiting.every(([, count]) => count === 0) ? (
        <Text c="dimmed">{t.health.depthsEmpty}</Text>
      ) : (
        <Group>
          {waiting.map(([name, count]) => (
            <Badge key={name} variant="light" color={count > 0 ? 'blue' : 'gray'} size="lg" tt="none">
              {t.health.depthNames[name] ?? name} {count}
            </Badge>
          ))}
        </Group>
      )}
    </section>
  )
}
