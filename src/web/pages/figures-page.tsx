import { Group, Select, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FiguresView } from '../../admin-api/contract/index.ts'
import { readFigures } from '../api/figures.ts'
import { keys } from '../api/keys.ts'
import { QueryState } from '../components/common/query-state.tsx'
import { AgencyPanel } from '../components/figures/agency-panel.tsx'
import { DownloadMenu } from '../components/figures/download-menu.tsx'
import { HourChart } from '../components/figures/hour-chart.tsx'
import { LeftOutPanel } from '../components/figures/left-out-panel.tsx'
import { PeriodPicker } from '../components/figures/period-picker.tsx'
import { StepPanel } from '../components/figures/step-panel.tsx'
import { TrendPanel } from '../components/figures/trend-panel.tsx'
import { kindOf, type PeriodKind, periodNow } from '../figures/periods.ts'
import { useSigned } from '../hooks/use-centre.tsx'
import { go, useRoute } from '../hooks/use-route.ts'
import { useAgencies } from '../hooks/use-service.ts'
import { useLanguage } from '../lang/language-provider.tsx'
import { serviceNow } from '../time/service-time.ts'
import '../styles/figures.css'

/** What the centre and its agencies did in a period; the address names period and agency, so that it can be passed on. */
export default function FiguresPage() {
  const { t } = useLanguage()
  const { centre } = useSigned()
  const [asked = '', agency = null] = useRoute().parts
  const newest = (kind: PeriodKind) => periodNow(kind, serviceNow(), centre.timeZone)
  const period = kindOf(asked) ? asked : newest('month')
  const agencies = useAgencies(true)
  const figures = useQuery({
    queryKey: keys.figures(centre.code, period, agency),
    queryFn: () => readFigures(centre.code, period, agency),
    placeholderData: keepPreviousData,
  })
  const show = (chosen: string, of: string | null) => go('figures', chosen, ...(of === null ? [] : [of]))
  return (
    <div className="page figures" aria-busy={figures.isFetching}>
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          {t.figures.title}
        </Title>
        <Group gap="sm">
          <PeriodPicker period={period} newest={newest} onChoose={chosen => show(chosen, agency)} />
          <Select
            aria-label={t.figures.agency}
            placeholder={t.figures.wholeCentre}
            clearable
            searchable
            w={230}
            data={(agencies.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            value={agency}
            onChange={chosen => show(period, chosen)}
          />
          <DownloadMenu period={period} agency={agency} />
        </Group>
      </Group>
      <QueryState query={figures}>{view => <Figures figures={view} />}</QueryState>
    </div>
  )
}

const Figures = ({ figures }: { figures: FiguresView }) => {
  const { t } = useLanguage()
  const { calls, incidents, stages, clocks, agencies, agency, profile, trend } = figures
  if (calls.total === 0 && incidents.total === 0) {
    return (
      <>
        <Text c="dimmed" py="xl" ta="center" role="status">
          {t.figures.empty}
        </Text>
        {trend.some(before => before.calls + before.incidents > 0) && <TrendPanel figures={figures} />}
      </>
    )
  }
  return (
    <div className="figures-grid">
      <Totals figures={figures} />
      <HourChart figures={figures} />
      <StepPanel title={t.figures.way} hint={t.figures.wayHint} steps={stages} />
      <StepPanel title={t.figures.standard} hint={profile.source} steps={clocks} />
      {agency === null && agencies.length > 0 && <AgencyPanel agencies={agencies} />}
      <TrendPanel figures={figures} />
      <LeftOutPanel figures={figures} />
    </div>
  )
}

const Totals = ({ figures: { calls, incidents, agency } }: { figures: FiguresView }) => {
  const { t } = useLanguage()
  const statuses = ['archived', 'cancelled', 'merged', 'handedOver'] as const
  return (
    <dl className="figure-totals">
      {agency === null && <Total name={t.figures.calls} count={calls.total} />}
      <Total name={t.figures.incidents} count={incidents.total} />
      {statuses.map(status => {
        const count = incidents.byStatus[status] ?? 0
        return count > 0 && <Total key={status} name={t.figures.statuses[status]} count={count} />
      })}
    </dl>
  )
}

const Total = ({ name, count }: { name: string; count: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{count}</dd>
  </div>
)
