import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  /** the standard's letter, where the row begins one */
  letter?: string
  label: string
  /** id of the input, for the label; groups of inputs name themselves */
  htmlFor?: string
  answered: boolean
  waiting: boolean
  unknown?: boolean
  /** absent: the field knows no "tidak diketahui" */
  onUnknown?: () => void
  /** a second small choice below "tidak diketahui" */
  extra?: ReactNode
  readOnly: boolean
  children: ReactNode
}

/** Letter, label and state on the left, the input, and "tidak diketahui" on the right. */
export const FieldRow = (props: Props) => {
  const { t } = useLanguage()
  const { letter, label, htmlFor, answered, waiting, unknown = false, onUnknown, extra, readOnly, children } = props
  return (
    <div className="field" data-state={waiting ? 'waiting' : answered ? 'answered' : 'open'}>
      <span className="field-letter" aria-hidden>
        {letter}
      </span>
      {htmlFor === undefined ? (
        <span className="field-label">{label}</span>
      ) : (
        <label className="field-label" htmlFor={htmlFor}>
          {label}
        </label>
      )}
      <div className="field-input">{children}</div>
      <div className="field-choices">
        {onUnknown && (
          <ChoiceButton pressed={unknown} label={t.intake.unknownOf(label)} disabled={readOnly} onClick={onUnknown}>
            {t.common.unknown}
          </ChoiceButton>
        )}
        {extra}
      </div>
    </div>
  )
}

interface ChoiceProps {
  pressed: boolean
  label?: string
  disabled: boolean
  onClick: () => void
  children: ReactNode
}

/** An answer that is chosen instead of typed; where nothing can be chosen any more, only what was. */
export const ChoiceButton = ({ pressed, label, disabled, onClick, children }: ChoiceProps) =>
  disabled && !pressed ? null : (
    <UnstyledButton
      className="field-choice"
      aria-pressed={pressed}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </UnstyledButton>
  )
