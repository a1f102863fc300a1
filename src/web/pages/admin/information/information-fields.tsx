import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { NewInformation } from '../../../../admin-api/contract/index.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

interface Props {
  fields: NewInformation
  set: (given: Partial<NewInformation>) => void
}

/** What callers ask, what the operator says, and who is responsible. */
export const InformationFields = ({ fields, set }: Props) => {
  const { t } = useLanguage()
  const words = t.informationAdmin
  return (
    <>
      <TextInput
        label={words.topic}
        description={words.topicHint}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        value={fields.topic}
        onChange={event => set({ topic: event.currentTarget.value })}
      />
      <Textarea
        label={words.answer}
        description={words.answerHint}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2_000}
        value={fields.answer}
        onChange={event => set({ answer: event.currentTarget.value })}
      />
      <TextInput
        label={words.receiver}
        maxLength={200}
        autoComplete="off"
        value={fields.receiver ?? ''}
        onChange={event => set({ receiver: event.currentTarget.value || null })}
      />
      <TextInput
        label={words.phone}
        inputMode="tel"
        maxLength={40}
        autoComplete="off"
        value={fields.phone ?? ''}
        onChange={event => set({ phone: event.currentTarget.value || null })}
      />
      <Checkbox
        label={words.referral}
        description={words.referralHint}
        checked={fields.referral}
        onChange={event => set({ referral: event.currentTarget.checked })}
      />
    </>
  )
}

export const isComplete = ({ topic, answer }: Pick<NewInformation, 'topic' | 'answer'>): boolean =>
  topic.trim() !== '' && answer.trim() !== ''
