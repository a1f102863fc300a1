import { Alert, List, Text, Title } from '@mantine/core'
import type { RulePreview, RuleProblemView } from '../../../../admin-api/contract/index.ts'
import type { RuleWords } from '../../../admin/rules/rule-words.ts'
import type { RuleKind } from '../../../api/rules.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { formatSpan } from '../../../time/format.ts'
import { DifferenceView, LineChanges } from './difference-view.tsx'

interface Props {
  kind: RuleKind
  preview: RulePreview
  words: RuleWords
}

/** What a draft would bring: what is wrong with it, what differs, and what that means for the work. */
export const PreviewView = ({ kind, preview, words }: Props) => {
  const { t } = useLanguage()
  const errors = preview.problems.filter(({ severity }) => severity === 'error')
  const warnings = preview.problems.filter(({ severity }) => severity === 'warning')
  return (
    <div className="preview">
      {errors.length > 0 && <Problems color="red" title={t.rules.errors(errors.length)} problems={errors} />}
      {warnings.length > 0 && <Problems color="yellow" title={t.rules.warnings(warnings.length)} problems={warnings} />}
      <section>
        <Title order={3}>{t.rules.difference}</Title>
        <DifferenceView difference={preview.difference} words={words} />
      </section>
      {errors.length === 0 && kind === 'run-cards' && <Proposals proposals={preview.proposals} words={words} />}
      {errors.length === 0 && kind === 'profile' && preview.limits.length > 0 && (
        <Limits limits={preview.limits} words={words} />
      )}
      <Text size="sm" c="dimmed">
        {t.rules.pinned}
      </Text>
    </div>
  )
}

interface ProblemsProps {
  color: 'red' | 'yellow'
  title: string
  problems: RuleProblemView[]
}

const Problems = ({ color, title, problems }: ProblemsProps) => {
  const { pick } = useLanguage()
  return (
    <Alert color={color} title={title} role={color === 'red' ? 'alert' : 'note'}>
      <List size="sm" className="problems">
        {problems.map(({ code, path, sentence }) => (
          <List.Item key={`${path} ${code} ${sentence.id}`}>{pick(sentence)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

const Proposals = ({ proposals, words }: { proposals: RulePreview['proposals']; words: RuleWords }) => {
  const { t } = useLanguage()
  const lines = (proposal: RulePreview['proposals'][number]['before']): string[] =>
    proposal ? [`P${proposal.priority}`, ...proposal.agencies.map(words.proposed)] : [t.rules.noCard]
  return (
    <section>
      <Title order={3}>{t.rules.proposals}</Title>
      <Text size="sm" c="dimmed">
        {proposals.length === 0 ? t.rules.proposalsNone : t.rules.proposalsHint}
      </Text>
      <dl className="difference">
        {proposals.map(({ id, type, before, after }) => (
          <div key={id}>
            <dt>{t.rules.scenario(id, words.part(type))}</dt>
            <dd>
              <LineChanges before={lines(before)} after={lines(after)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Limits = ({ limits, words }: { limits: RulePreview['limits']; words: RuleWords }) => {
  const { t } = useLanguage()
  const line = (limit: RulePreview['limits'][number]['before']): string[] =>
    limit
      ? [`${t.rules.target} ${formatSpan(limit.targetSeconds)}, ${t.rules.limit} ${formatSpan(limit.limitSeconds)}`]
      : []
  return (
    <section>
      <Title order={3}>{t.rules.limits}</Title>
      <dl className="difference">
        {limits.map(({ clock, before, after }) => (
          <div key={clock}>
            <dt>{words.part(clock)}</dt>
            <dd>
              <LineChanges before={line(before)} after={line(after)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
