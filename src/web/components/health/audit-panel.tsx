import { Alert, Badge, Group, List, Text, Title } from '@mantine/core'
import type { FindingView, HealthView } from '../../../admin-api/contract/index.ts'
import { useSigned, useTimes } from '../../hooks/use-centre.tsx'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** What the last audit proved and found, and whether the monitor outside hears of it. */
export const AuditPanel = ({ audit, heartbeat }: Pick<HealthView, 'audit' | 'heartbeat'>) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  return (
    <section aria-label={t.health.audit.title}>
      <Title order={2} size="h3" mb="xs">
        {t.health.audit.title}
      </Title>
      {audit ? <Verdict audit={audit} /> : <Text c="dimmed">{t.health.audit.none}</Text>}
      <Text size="sm" c={heartbeat && !heartbeat.ok ? 'red' : 'dimmed'} mb="lg">
        {heartbeat
          ? t.health.audit.heartbeat(dateTime(heartbeat.at), heartbeat.ok, heartbeat.detail)
          : t.health.audit.noHeartbeat}
      </Text>
    </section>
  )
}

const Verdict = ({ audit }: { audit: NonNullable<HealthView['audit']> }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const { cares } = t.health.audit
  const elsewhere = audit.found - audit.findings.length
  return (
    <>
      <Text size="sm" mb="xs">
        {t.health.audit.looked(dateTime(audit.at), audit.incidents, audit.calls)}
      </Text>
      {audit.stale && <Alert color="red">{t.health.audit.stale}</Alert>}
      <Group mb="xs">
        {Object.entries(audit.assignments).map(([care, count]) => (
          <Badge key={care} variant="light" size="lg" tt="none">
            {cares[care as keyof typeof cares]} {count}
          </Badge>
        ))}
      </Group>
      {audit.found === 0 ? (
        <Text c="teal">{t.health.audit.clean}</Text>
      ) : (
        <List mb="xs">
          {audit.findings.map(finding => (
            <List.Item key={JSON.stringify(finding)}>
              <Finding finding={finding} />
            </List.Item>
          ))}
          {elsewhere > 0 && <List.Item>{t.health.audit.elsewhere(elsewhere)}</List.Item>}
        </List>
      )}
    </>
  )
}

const Finding = ({ finding }: { finding: FindingView }) => {
  const { t } = useLanguage()
  const { centre } = useSigned()
  const { kind, count, repaired, incident, number, agencies = [] } = finding
  const place = number ?? incident ?? finding.call ?? finding.chat
  return (
    <>
      <strong>{t.health.audit.kinds[kind]}</strong> {agencies.join(', ')} {count > 1 && `(${count})`}{' '}
      {incident && finding.centre === centre.code ? <a href={hrefOf('desk', 'incident', incident)}>{place}</a> : place}{' '}
      <Badge color={repaired ? 'teal' : 'red'} variant="light" tt="none">
        {repaired ? t.health.audit.repaired : t.health.audit.remains}
      </Badge>
    </>
  )
}
