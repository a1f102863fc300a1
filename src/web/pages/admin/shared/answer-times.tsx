import { NumberInput, SimpleGrid, Text } from '@mantine/core'
import { type AnswerSeconds, longestAnswer, shortestAnswer, type TypedSeconds } from '../../../admin/answer-seconds.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

interface Props {
  value: TypedSeconds
  /** holds where nothing is typed */
  standard: AnswerSeconds
  hint: string
  onChange: (value: TypedSeconds) => void
}

/** Seconds until the next contact is tried, by priority. */
export const AnswerTimes = ({ value, standard, hint, onChange }: Props) => {
  const { t } = useLanguage()
  return (
    <fieldset className="plain-fieldset">
      <legend>{t.agencyAdmin.times.title}</legend>
      <Text size="xs" c="dimmed">
        {hint}
      </Text>
      <SimpleGrid cols={4} spacing="xs" mt={6}>
        {([1, 2, 3, 4] as const).map(priority => (
          <NumberInput
            key={priority}
            label={t.agencyAdmin.times.of(priority)}
            allowDecimal={false}
            min={shortestAnswer}
            max={longestAnswer}
            step={10}
            placeholder={String(standard[priority])}
            value={value[priority]}
            onChange={typed => onChange({ ...value, [priority]: typed === '' ? '' : Number(typed) })}
          />
        ))}
      </SimpleGrid>
    </fieldset>
  )
}
