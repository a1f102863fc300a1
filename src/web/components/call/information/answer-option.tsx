import type { InformationView } from '../../../../admin-api/contract/index.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { Option } from '../../common/options.tsx'

interface Props {
  id: string
  entry: InformationView
  highlighted: boolean
  busy: boolean
  onGive: () => void
}

/** One answer as the operator says it, with whom to send the caller to. */
export const AnswerOption = ({ id, entry, highlighted, busy, onGive }: Props) => {
  const { t } = useLanguage()
  const { topic, answer, receiver, phone, referral } = entry
  return (
    <Option
      id={id}
      className="answer"
      highlighted={highlighted}
      busy={busy}
      label={t.answers.give(topic)}
      onPick={onGive}
    >
      <strong>{topic}</strong>
      <span className="answer-words">{answer}</span>
      {(receiver !== null || phone !== null) && (
        <span className="answer-to">
          {[receiver, phone].filter(Boolean).join(' · ')}
          {referral && ` · ${t.answers.refers}`}
        </span>
      )}
    </Option>
  )
}
