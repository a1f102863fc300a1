import { Kbd, SimpleGrid, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { CallView } from '../../../admin-api/contract/index.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Number and name, saved when the field is left; a key leads to the number, which is read out first. */
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
  const input = useRef<HTMLInputElement>(null)
  const keyed = field === 'phone' && !readOnly
  useKeys(keyed ? { p: () => input.current?.focus() } : {})
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
      ref={input}
      label={label}
      rightSection={
        keyed && (
          <Kbd size="xs" aria-hidden>
            {'P'}
          </Kbd>
        )
      }
      aria-keyshortcuts={keyed ? 'P' : undefined}
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
