import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { HandOver, IncidentView } from '../../../../admin-api/contract/index.ts'
import { useIncidentCommand, useNeighbours } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FormDialog } from '../../common/form-dialog.tsx'

const outside = '-'

/** To a centre of this installation, or to any other by its name; ours until it is taken. */
export const HandOverDialog = ({ incident, onClose }: { incident: IncidentView; onClose: () => void }) => {
  const { t } = useLanguage()
  const neighbours = useNeighbours().data ?? []
  const [to, setTo] = useState<string | null>(null)
  const [receiver, setReceiver] = useState('')
  const [ticket, setTicket] = useState('')
  const [reason, setReason] = useState('')
  const [keepAgencies, setKeepAgencies] = useState(false)
  const handOver = useIncidentCommand(
    incident.id,
    (commands, input: HandOver, key) => commands.handOver(input, key),
    onClose,
  )
  const words = { receiver: receiver.trim(), ticket: ticket.trim(), reason: reason.trim() }
  const complete = words.reason !== '' && to !== null && (to !== outside || words.receiver !== '')
  const send = () => {
    if (!complete) return
    const common = { reason: words.reason, keepAgencies }
    handOver.send(
      to === outside
        ? { receiver: words.receiver, ...(words.ticket !== '' && { ticket: words.ticket }), ...common }
        : { centre: to, ...common },
    )
  }
  return (
    <FormDialog
      title={t.handOver.open}
      action={t.handOver.send}
      busy={handOver.busy}
      complete={complete}
      onSave={send}
      onClose={onClose}
    >
      <Select
        label={t.handOver.to}
        data={[
          ...neighbours.map(({ code, name }) => ({ value: code, label: name })),
          { value: outside, label: t.handOver.other },
        ]}
        value={to}
        onChange={setTo}
        data-autofocus
      />
      {to === outside && (
        <>
          <TextInput
            label={t.handOver.receiver}
            maxLength={200}
            value={receiver}
            onChange={event => setReceiver(event.currentTarget.value)}
          />
          <TextInput
            label={`${t.handOver.ticket} (${t.common.optional})`}
            maxLength={200}
            value={ticket}
            onChange={event => setTicket(event.currentTarget.value)}
          />
        </>
      )}
      <Textarea
        label={t.common.reason}
        autosize
        minRows={2}
        maxLength={4_000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Checkbox
        label={t.handOver.keep}
        checked={keepAgencies}
        onChange={event => setKeepAgencies(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
