import type { InformationView } from '../../../../admin-api/contract/index.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

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
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above takes the keys, as comboboxes do
    // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is pointed at by aria-activedescendant
    <div
      id={id}
      className="answer"
      role="option"
      aria-selected={highlighted}
      aria-busy={busy}
      aria-label={t.answers.give(topic)}
      onClick={onGive}
    >
      <strong>{topic}</strong>
      <span className="answer-words">{answer}</span>
      {(receiver !== null || phone !== null) && (
        <span className="answer-to">
          {[receiver, phone].filter(Boolean).join(' · ')}
          {referral && ` · ${t.answers.refers}`}
        </span>
      )}
    </div>
  )
}
