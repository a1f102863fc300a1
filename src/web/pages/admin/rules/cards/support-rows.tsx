import { Select } from '@mantine/core'
import type { SupportRow } from '../../../../admin/rules/cards.ts'
import { withOptional } from '../../../../admin/rules/with-optional.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { Rows } from '../rows.tsx'
import { AgencyChoice, FactChoice } from './choices.tsx'

interface Props {
  label: string
  hint?: string
  rows: SupportRow[]
  onChange: (rows: SupportRow[]) => void
}

const fresh: SupportRow = { agency: '', mode: 'alert', duty: 'act' }

/** Which agencies are proposed beside the lead, how, and under which condition. */
export const SupportRows = ({ label, hint, rows, onChange }: Props) => {
  const { t } = useLanguage()
  const { modes } = t.rules
  const { duty: duties } = t.dispatch
  return (
    <Rows
      label={label}
      {...(hint !== undefined && { hint })}
      add={t.rules.addSupport}
      rows={rows}
      fresh={fresh}
      onChange={onChange}
    >
      {(row, change, nameOf) => (
        <>
          <AgencyChoice
            label={nameOf(t.rules.agency)}
            value={row.agency}
            onChange={agency => change({ ...row, agency })}
          />
          <Select
            aria-label={nameOf(t.rules.mode)}
            className="choice-word"
            allowDeselect={false}
            data={(['alert', 'offer'] as const).map(value => ({ value, label: modes[value] }))}
            value={row.mode}
            onChange={mode => mode && change({ ...row, mode })}
          />
          <Select
            aria-label={nameOf(t.rules.duty)}
            className="choice-word"
            allowDeselect={false}
            data={(['act', 'inform'] as const).map(value => ({ value, label: duties[value] }))}
            value={row.duty}
            onChange={duty => duty && change({ ...row, duty })}
          />
          <FactChoice
            label={nameOf(t.rules.when)}
            optional
            value={row.when ?? null}
            onChange={when => change(withOptional(row, 'when', when))}
          />
        </>
      )}
    </Rows>
  )
}
