import { ActionIcon, Button, Checkbox, Group, Select, Text, Textarea } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRights } from '../../hooks/use-rights.ts'
import { useAgencies } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { agencyTimes, blankAgency, type PaperAgency } from '../../paper/paper-call.ts'
import type { PaperInHand } from '../../paper/use-paper-call.ts'
import { reportOutcomes } from '../../words.ts'
import { Panel } from '../common/panel.tsx'
import { TimeInput, useProblem } from './paper-parts.tsx'

/** Who was told, when they moved, and what they reported; the first one leads. */
export const PaperAgencies = ({ paper, change }: Pick<PaperInHand, 'paper' | 'change'>) => {
  const { t } = useLanguage()
  const { agencies } = paper
  const known = (useAgencies(true).data ?? []).filter(({ active }) => active)
  const set = (index: number, part: Partial<PaperAgency>) =>
    change({ agencies: agencies.map((agency, at) => (at === index ? { ...agency, ...part } : agency)) })
  const choices = known.map(({ code, name }) => ({ value: code, label: code === name ? code : `${code} · ${name}` }))
  const taken = new Set(agencies.map(({ agency }) => agency))
  return (
    <Panel title={t.paper.agenciesPart}>
      <div className="paper-part">
        {agencies.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.paper.noAgency}
          </Text>
        )}
        {agencies.map((agency, index) => (
          <AgencyOnPaper
            key={agency.agency || index}
            index={index}
            agency={agency}
            choices={choices.filter(({ value }) => value === agency.agency || !taken.has(value))}
            onChange={part => set(index, part)}
            onRemove={() => change({ agencies: agencies.filter((_, at) => at !== index) })}
          />
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={agencies.some(({ agency }) => agency === '')}
            onClick={() => change({ agencies: [...agencies, blankAgency('')] })}
          >
            {t.paper.addAgency}
          </Button>
        </Group>
      </div>
    </Panel>
  )
}

interface Props {
  index: number
  agency: PaperAgency
  choices: { value: string; label: string }[]
  onChange: (part: Partial<PaperAgency>) => void
  onRemove: () => void
}

const AgencyOnPaper = ({ index, agency, choices, onChange, onRemove }: Props) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  const field = (name: string) => `agencies.${index}.${name}`
  const missing = useProblem(field('agency'))
  const unsaid = useProblem(field('report'))
  const times = agency.outcome === null ? agencyTimes : ([...agencyTimes, 'reportedAt'] as const)
  return (
    <fieldset className="paper-agency">
      <legend>{index === 0 ? t.paper.leads : t.paper.supports}</legend>
      <Group align="flex-end">
        <Select
          aria-label={t.archive.columns.agencies}
          size="sm"
          searchable
          style={{ flex: '1 1 240px' }}
          data={choices}
          error={missing}
          value={agency.agency || null}
          onChange={code => code !== null && onChange({ agency: code })}
        />
        {owns && (
          <Checkbox
            label={t.paper.alert}
            checked={agency.alert}
            onChange={event => onChange({ alert: event.currentTarget.checked })}
            mb={8}
          />
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t.paper.removeAgency(agency.agency)}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Group align="flex-start">
        {times.map(name => (
          <TimeInput
            key={name}
            field={field(name)}
            label={t.paper.agencyTimes[name]}
            value={agency.times[name]}
            onChange={value => onChange({ times: { ...agency.times, [name]: value } })}
          />
        ))}
      </Group>
      <Group align="flex-start">
        <Select
          label={t.report.outcome}
          size="sm"
          w={220}
          clearable
          placeholder={t.paper.noReport}
          data={reportOutcomes.map(value => ({ value, label: t.report.outcomes[value] }))}
          value={agency.outcome}
          onChange={outcome => onChange({ outcome })}
        />
        {agency.outcome !== null && (
          <Textarea
            label={t.report.text}
            size="sm"
            autosize
            maxLength={4_000}
            style={{ flex: '1 1 300px' }}
            value={agency.report}
            error={unsaid}
            onChange={event => onChange({ report: event.currentTarget.value })}
          />
        )}
      </Group>
    </fieldset>
  )
}
