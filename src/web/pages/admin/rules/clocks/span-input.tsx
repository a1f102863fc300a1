import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseSpan } from '../../../../admin/rules/clocks.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { formatSpan } from '../../../../time/format.ts'

interface Props {
  /** spoken, or shown above */
  label: string
  shown?: boolean
  /** seconds; null: empty; 0: what was typed cannot be read */
  value: number | null
  placeholder?: string
  onChange: (seconds: number | null) => void
}

/** A span as minutes and seconds; what cannot be read stays as typed, and counts as no span. */
export const SpanInput = ({ label, shown = false, value, placeholder, onChange }: Props) => {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = value === 0
  return (
    <TextInput
      {...(shown ? { label } : { 'aria-label': label })}
      className="span-input"
      autoComplete="off"
      maxLength={9}
      {...(placeholder !== undefined && { placeholder })}
      error={wrong && t.rules.spanWrong}
      value={typed ?? (value === null ? '' : formatSpan(value))}
      onChange={event => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(text.trim() === '' ? null : (parseSpan(text) ?? 0))
      }}
      onBlur={() => {
        if (!wrong) setTyped(null)
      }}
    />
  )
}
