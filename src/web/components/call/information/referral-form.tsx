import { Autocomplete, Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReferCall } from '../../../../admin-api/contract/index.ts'
import { useCallCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

/** Hands the matter to somebody else; the answer that was given may name them already. */
export const ReferralForm = ({ call, receiver: first }: { call: string; receiver: string }) => {
  const { t } = useLanguage()
  const [receiver, setReceiver] = useState(first)
  const [ticket, setTicket] = useState('')
  const [note, setNote] = useState('')
  const refer = useCallCommand((api, to: ReferCall, key) => api.refer(call, to, key))
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        refer.send({
          receiver: receiver.trim(),
          ...(ticket.trim() !== '' && { ticket: ticket.trim() }),
          ...(note.trim() !== '' && { note: note.trim() }),
        })
      }}
    >
      <Stack gap="sm">
        <Autocomplete
          label={t.call.receiver}
          data={[...t.call.receivers]}
          maxLength={200}
          value={receiver}
          onChange={setReceiver}
        />
        <TextInput
          label={`${t.call.ticket} (${t.common.optional})`}
          maxLength={200}
          value={ticket}
          onChange={event => setTicket(event.currentTarget.value)}
        />
        <Textarea
          label={`${t.call.note} (${t.common.optional})`}
          autosize
          minRows={2}
          maxLength={4_000}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={refer.busy} disabled={receiver.trim() === ''}>
            {t.call.recordReferral}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
