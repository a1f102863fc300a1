import { Alert, Button, Group, MultiSelect, NumberInput, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ChannelTestsView, ChannelTestView, NewChannelTest } from '../../../admin-api/contract/index.ts'
import { channelTestApi } from '../../api/admin.ts'
import { QueryState } from '../../components/common/query-state.tsx'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'
import { TestTrend } from './test-trend.tsx'
import { TestedAgencies } from './tested-agencies.tsx'
import { useAdminCommand, useChannelTests } from './use-admin.ts'

/** Uji saluran: a drill message to the agencies, who answered, and how fast they were before. */
export const ChannelTestsTab = () => {
  const { t } = useLanguage()
  const words = t.admin.tests
  return (
    <QueryState query={useChannelTests()}>
      {view => (
        <Stack gap="lg" maw={980}>
          {view.running ? <Running test={view.running} /> : <StartTest agencies={view.agencies} />}
          {view.past.length === 0 ? (
            <Text c="dimmed">{words.empty}</Text>
          ) : (
            <>
              <TestTrend trend={view.trend} />
              <section>
                <Title order={2} size="h4" mb="xs">
                  {words.history}
                </Title>
                <Stack gap="xs">
                  {view.past.map(test => (
                    <PastTest key={test.id} test={test} />
                  ))}
                </Stack>
              </section>
            </>
          )}
        </Stack>
      )}
    </QueryState>
  )
}

const usualMinutes = 5

const StartTest = ({ agencies }: { agencies: ChannelTestsView['agencies'] }) => {
  const { t } = useLanguage()
  const words = t.admin.tests
  const [chosen, setChosen] = useState<string[]>([])
  const [minutes, setMinutes] = useState<number | string>(usualMinutes)
  const [asking, setAsking] = useState(false)
  const start = useAdminCommand(
    (asked: NewChannelTest, key, centre) => channelTestApi.start(centre, asked, key),
    () => setAsking(false),
  )
  if (agencies.length === 0) return <Text c="dimmed">{words.noAgencies}</Text>
  const tested = chosen.length === 0 ? agencies : agencies.filter(({ agency }) => chosen.includes(agency))
  const chats = tested.reduce((sum, agency) => sum + agency.chats, 0)
  const asked: NewChannelTest = { minutes: Number(minutes), ...(chosen.length > 0 && { agencies: chosen }) }
  return (
    <Paper withBorder p="md">
      <Text size="sm" mb="sm">
        {words.hint}
      </Text>
      <Group align="flex-end">
        <MultiSelect
          label={words.agencies}
          placeholder={chosen.length === 0 ? words.allAgencies : ''}
          data={agencies.map(({ agency, chats: count }) => ({
            value: agency,
            label: count === 0 ? `${agency} (${words.noChatShort})` : agency,
          }))}
          value={chosen}
          onChange={setChosen}
          searchable
          clearable
          miw={320}
        />
        <NumberInput label={words.minutes} value={minutes} onChange={setMinutes} min={1} max={60} w={170} />
        <Button onClick={() => setAsking(true)} disabled={asking || Number(minutes) < 1}>
          {words.start}
        </Button>
      </Group>
      {asking && (
        <Alert mt="md" color="blue" role="alert">
          <Group justify="space-between">
            <Text>{words.startAsk(chats)}</Text>
            <Group>
              <Button variant="default" onClick={() => setAsking(false)}>
                {t.common.cancel}
              </Button>
              <Button loading={start.busy} onClick={() => start.send(asked)}>
                {words.start}
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
    </Paper>
  )
}

const Running = ({ test }: { test: ChannelTestView }) => {
  const { t } = useLanguage()
  const words = t.admin.tests
  const { time } = useTimes()
  const end = useAdminCommand((id: string, key, centre) => channelTestApi.end(centre, id, key))
  return (
    <Paper withBorder p="md" aria-live="polite">
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h4">
            {words.running}: {words.answered(test.counts.answered, test.counts.agencies)}
          </Title>
          <Text size="sm" c="dimmed">
            {words.by(test.startedBy, time(test.startedAt))} · <TimeLeft endsAt={test.endsAt} />
          </Text>
        </div>
        <Button variant="default" loading={end.busy} onClick={() => end.send(test.id)}>
          {words.end}
        </Button>
      </Group>
      <TestedAgencies test={test} />
    </Paper>
  )
}

const TimeLeft = ({ endsAt }: { endsAt: number }) => {
  const { t } = useLanguage()
  return t.admin.tests.left(formatSpan((endsAt - useServiceNow()) / 1000))
}

const PastTest = ({ test }: { test: ChannelTestView }) => {
  const { t } = useLanguage()
  const words = t.admin.tests
  const { dateTime } = useTimes()
  return (
    <Paper withBorder p="xs">
      <details>
        <summary>
          {dateTime(test.startedAt)} · {words.answered(test.counts.answered, test.counts.agencies)} · {test.startedBy}
          {test.endedBy !== null && `, ${words.endedBy(test.endedBy)}`}
        </summary>
        <TestedAgencies test={test} />
      </details>
    </Paper>
  )
}
