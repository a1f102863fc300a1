import { TextInput } from '@mantine/core'
import { useLanguage } from '../../../lang/language-provider.tsx'

/** Codes of agencies and of their posts, as the service takes them. */
export const isDirectoryCode = (code: string): boolean => /^[A-Z][A-Z0-9_-]+$/.test(code)

interface Props {
  hint: string
  /** the longest code, in letters */
  longest: number
  error?: string | false
  value: string
  onChange: (code: string) => void
}

/** The code of something new: asked first, in capitals, never changed afterwards. */
export const CodeInput = ({ hint, longest, error = false, value, onChange }: Props) => {
  const { t } = useLanguage()
  return (
    <TextInput
      label={t.common.code}
      description={hint}
      maxLength={longest}
      autoComplete="off"
      data-autofocus
      error={error}
      value={value}
      onChange={event => onChange(event.currentTarget.value.toUpperCase())}
    />
  )
}
