import { TextInput } from '@mantine/core'
import { createContext, useContext } from 'react'
import { useLanguage } from '../../lang/language-provider.tsx'
import type { Problems } from '../../paper/paper-call.ts'

const ProblemsContext = createContext<Problems>({})
export const ProblemsProvider = ProblemsContext

/** What the form says of a field; undefined when nothing is wrong with it. */
export const useProblem = (field: string): string | undefined => {
  const { t } = useLanguage()
  const problem = useContext(ProblemsContext)[field]
  return problem && t.paper.problems[problem]
}

interface Props {
  field: string
  label: string
  value: string
  onChange: (value: string) => void
}

/** A time of day as the paper has it. */
export const TimeInput = ({ field, label, value, onChange }: Props) => (
  <TextInput
    label={label}
    size="sm"
    w={150}
    inputMode="numeric"
    autoComplete="off"
    maxLength={8}
    value={value}
    error={useProblem(field)}
    onChange={event => onChange(event.currentTarget.value)}
  />
)

interface LineProps extends Props {
  grow?: boolean
  required?: boolean
}

export const LineInput = ({ field, label, value, onChange, grow = true, required = false }: LineProps) => (
  <TextInput
    label={label}
    size="sm"
    withAsterisk={required}
    autoComplete="off"
    maxLength={200}
    value={value}
    error={useProblem(field)}
    onChange={event => onChange(event.currentTarget.value)}
    {...(grow && { style: { flex: '1 1 200px' } })}
  />
)
