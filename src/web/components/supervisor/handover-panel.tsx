import { Button, Checkbox, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { HandoverView, NewHandover } from '../../../admin-api/contract/index.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useColleagues, useRenewRoom, useRoomApi } from '../../hooks/use-room.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'

/** One shift gives its incidents to the next; nothing is chosen by itself. */
export const HandoverPanel = ({ room }: { room: HandoverView }) => {
  const { t, pick } = useLanguage()
  const { session } = useSigned()
  const { works } = useRights()
  const api = useRoomApi()
  const renew = useRenewRoom()
  const colleagues = useColleagues().data ?? []
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [picked, setPicked] = useState<readonly string[]>([])
  // What was chosen and is over by now is not handed over.
  const chosen = room.incidents.filter(({ id }) => picked.includes(id)).map(({ id }) => id)
  const give = useCommand((input: NewHandover, key) => api.handOver(input, key), {
    onDone: () => {
      setPicked([])
      setNote('')
      renew()
    },
    said: given => t.shiftHandover.done(given.incidents.length, given.to.name),
  })
  const ready = to !== null && chosen.length > 0
  return (
    <Panel title={t.shiftHandover.title}>
      {room.incidents.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.shiftHandover.empty}
        </Text>
      ) : (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t.shiftHandover.hint}
          </Text>
          <ul className="open-items" aria-label={t.shiftHandover.incidents}>
            {room.incidents.map(({ id, number, typeName, priority, owner }) => (
              <li key={id}>
                <Checkbox
                  checked={picked.includes(id)}
                  disabled={!works}
                  onChange={event =>
                    setPicked(event.currentTarget.checked ? [...picked, id] : picked.filter(other => other !== id))
                  }
                  label={
                    <>
                      <PriorityMark priority={priority} /> {number} {typeName ? pick(typeName) : t.board.noType}{' '}
                      <span className="open-item-foot">
                        {owner ? t.shiftHandover.owner(owner.name) : t.supervisor.nobody}
                      </span>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
          {works && (
            <>
              <Button size="compact-sm" variant="subtle" onClick={() => setPicked(room.incidents.map(({ id }) => id))}>
                {t.shiftHandover.all}
              </Button>
              <Select
                label={t.shiftHandover.to}
                searchable
                data={colleagues
                  .filter(({ id }) => id !== session.user.id)
                  .map(({ id, name, role }) => ({ value: id, label: `${name} (${t.roles[role]})` }))}
                value={to}
                onChange={setTo}
              />
              <Textarea
                label={`${t.shiftHandover.note} (${t.common.optional})`}
                autosize
                minRows={2}
                maxLength={4_000}
                value={note}
                onChange={event => setNote(event.currentTarget.value)}
              />
              <Button
                loading={give.busy}
                disabled={!ready}
                onClick={() =>
                  ready && give.send({ to, incidents: chosen, ...(note.trim() !== '' && { note: note.trim() }) })
                }
              >
                {t.shiftHandover.send(chosen.length)}
              </Button>
            </>
          )}
        </Stack>
      )}
    </Panel>
  )
}
