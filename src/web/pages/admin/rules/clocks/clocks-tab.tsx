import { Text, Title } from '@mantine/core'
import { type LadderEdit, unfinishedClocks } from '../../../../admin/rules/clocks.ts'
import { splits } from '../../../../admin/rules/parts.ts'
import type { RuleVersion } from '../../../../api/rules.ts'
import { QueryState } from '../../../../components/common/query-state.tsx'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { RulesFrame } from '../rules-frame.tsx'
import { useRuleWords } from '../use-rule-words.ts'
import { useLatestRules, useRuleDraft } from '../use-rules.ts'
import { ClockTable } from './clock-table.tsx'
import { LadderForm } from './ladder-form.tsx'

const ladderNames = [
  'ladders.response.urgent',
  'ladders.response.routine',
  'ladders.desk',
  'ladders.report',
  'ladders.figure',
] as const

/** Time limits of the service standard, and what happens as they pass. */
export const ClocksTab = () => {
  const latest = useLatestRules('profile')
  return <QueryState query={latest}>{version => <ClocksEditor latest={version} />}</QueryState>
}

const ClocksEditor = ({ latest }: { latest: RuleVersion<'profile'> }) => {
  const { t } = useLanguage()
  const draft = useRuleDraft('profile', latest)
  const { base, content, set } = draft
  const words = useRuleWords(base, content)
  const { partsOf, contentOf } = splits.profile
  const parts = partsOf(content)
  return (
    <RulesFrame kind="profile" latest={latest} draft={draft} unfinished={unfinishedClocks(content)}>
      <ClockTable
        clocks={content.clocks}
        inForce={base.clocks}
        words={words}
        onChange={clocks => set({ ...content, clocks })}
      />
      <Title order={2} mt="lg">
        {t.rules.ladders}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t.rules.laddersHint}
      </Text>
      <div className="ladders-grid">
        {ladderNames.map(name => (
          <LadderForm
            key={name}
            name={t.rules.ladderNames[name]}
            ladder={parts[name] as LadderEdit}
            named={name === 'ladders.response.routine'}
            aboutReports={name === 'ladders.report'}
            onChange={ladder => set(contentOf({ ...parts, [name]: ladder }))}
          />
        ))}
      </div>
    </RulesFrame>
  )
}
