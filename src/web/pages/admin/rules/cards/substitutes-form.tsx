import { Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { RunCardSetEdit } from '../../../../../admin-api/contract/index.ts'
import { withSubstitutes } from '../../../../admin/rules/cards.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { AgenciesChoice, useAgencyChoices } from './choices.tsx'

interface Props {
  set: RunCardSetEdit
  onChange: (set: RunCardSetEdit) => void
}

/** Who is asked in whose place; an agency without anybody is not stored. */
export const SubstitutesForm = ({ set, onChange }: Props) => {
  const { t } = useLanguage()
  // an agency stays in view while its list is empty
  const [shown, setShown] = useState(() => Object.keys(set.substitutes))
  const agencies = [...new Set([...shown, ...Object.keys(set.substitutes)])]
  const free = useAgencyChoices([]).filter(({ value }) => !agencies.includes(value))
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t.rules.substitutesHint}
      </Text>
      <dl className="substitutes">
        {agencies.map(agency => (
          <div key={agency}>
            <dt>{agency}</dt>
            <dd>
              <AgenciesChoice
                label={t.rules.substitutesOf(agency)}
                placeholder={t.rules.nobody}
                value={set.substitutes[agency] ?? []}
                onChange={chosen => onChange(withSubstitutes(set, agency, chosen))}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Select
        label={t.rules.addSubstitutes}
        placeholder={t.rules.chooseAgency}
        mt="md"
        maw={320}
        searchable
        data={free}
        value={null}
        onChange={agency => agency && setShown([...agencies, agency])}
      />
    </>
  )
}
