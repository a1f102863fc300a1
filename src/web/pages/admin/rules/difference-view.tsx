import { Text } from '@mantine/core'
import type { RuleDifference } from '../../../../admin-api/contract/index.ts'
import { byPart, lineChange, type RuleWords } from '../../../admin/rules/rule-words.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

interface LinesProps {
  before: readonly string[]
  after: readonly string[]
}

/** What a value was and what it becomes: one line turns into another, or lines of a list go and come. */
export const LineChanges = ({ before, after }: LinesProps) => {
  const { t } = useLanguage()
  const { removed, added } = lineChange(before, after)
  if (before.length <= 1 && after.length <= 1) {
    return (
      <span>
        <del>{before[0] ?? t.rules.missing}</del> → <ins>{after[0] ?? t.rules.missing}</ins>
      </span>
    )
  }
  if (removed.length + added.length === 0) return <span>{t.rules.reordered}</span>
  return (
    <ul className="line-changes">
      {removed.map(line => (
        <li key={`-${line}`}>
          − <del>{line}</del>
        </li>
      ))}
      {added.map(line => (
        <li key={`+${line}`}>
          + <ins>{line}</ins>
        </li>
      ))}
    </ul>
  )
}

/** How one version differs from another, part by part. */
export const DifferenceView = ({ difference, words }: { difference: RuleDifference; words: RuleWords }) => {
  const { t } = useLanguage()
  const { added, removed } = difference
  const parts = byPart(difference)
  if (added.length + removed.length + parts.length === 0) return <Text c="dimmed">{t.rules.nothing}</Text>
  return (
    <dl className="difference">
      {added.map(part => (
        <div key={part}>
          <dt>{words.part(part)}</dt>
          <dd>
            <ins>{t.rules.added}</ins>
          </dd>
        </div>
      ))}
      {removed.map(part => (
        <div key={part}>
          <dt>{words.part(part)}</dt>
          <dd>
            <del>{t.rules.removed}</del>
          </dd>
        </div>
      ))}
      {parts.map(([part, changes]) => (
        <div key={part}>
          <dt>{words.part(part)}</dt>
          {changes.map(({ field, before, after }) => (
            <dd key={field} className="difference-change">
              <span className="difference-field">{words.field(part, field)}</span>
              <LineChanges before={words.fieldLines(field, before)} after={words.fieldLines(field, after)} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
