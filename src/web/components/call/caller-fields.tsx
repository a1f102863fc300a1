import { SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallView } from '../../../admin-api/contract/index.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Number and name, saved when the field is left. */
export const CallerFields = ({ call, readOnly }: { call: CallView; readOnly: boolean }) => {
  const { t } = useLanguage()
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <CallerField call={call} field="phone" label={t.call.phone} saved={call.phone ?? ''} readOnly={readOnly} />
      <CallerField call={call} field="name" label={t.call.name} saved={call.callerName ?? ''} readOnly={readOnly} />
    </SimpleGrid>
  )
}

interface FieldProps {
  call: CallView
  field: 'phone' | 'name'
  label: string
  saved: string
  readOnly: boolean
}

const CallerField = ({ call, field, label, saved, readOnly }: FieldProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const save = useCallCommand(
    (api, value: string, key) => api.setCaller(call.id, { [field]: value }, key),
    () => setTyped(null),
  )
  const leave = () => {
    const value = typed?.trim()
    if (value === undefined) return
    if (value === '' || value === saved) setTyped(null)
    else save.send(value)
  }
  return (
    <TextInput
      label={label}
      inputMode={field === 'phone' ? 'tel' : 'text'}
      autoComplete="off"
      maxLength={field === 'phone' ? 40 : 200}
      readOnly={readOnly}
      value={typed ?? saved}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={event => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
      aria-busy={save.busy}
    />
  )
}
