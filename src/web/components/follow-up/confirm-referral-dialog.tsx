import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ConfirmReferral } from '../../../admin-api/contract/index.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { FormDialog } from '../common/form-dialog.tsx'

interface Props {
  call: string
  receiver: string
  ticket: string | null
  onClose: () => void
}

/** Who has the matter now, and under which ticket. */
export const ConfirmReferralDialog = ({ call, receiver, ticket, onClose }: Props) => {
  const { t } = useLanguage()
  const [contact, setContact] = useState('')
  const [number, setNumber] = useState(ticket ?? '')
  const confirm = useCallCommand((api, words: ConfirmReferral, key) => api.confirmReferral(call, words, key), onClose)
  const send = () => {
    const words = { contact: contact.trim(), ticket: number.trim() }
    confirm.send({
      ...(words.contact !== '' && { contact: words.contact }),
      ...(words.ticket !== '' && { ticket: words.ticket }),
    })
  }
  return (
    <FormDialog
      title={t.referral.confirmOf(receiver)}
      action={t.referral.confirm}
      busy={confirm.busy}
      onSave={send}
      onClose={onClose}
    >
      <TextInput
        label={t.call.ticket}
        maxLength={200}
        value={number}
        onChange={event => setNumber(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={`${t.referral.contact} (${t.common.optional})`}
        maxLength={200}
        value={contact}
        onChange={event => setContact(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
