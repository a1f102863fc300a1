import { Group, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { NewShift } from '../../../admin-api/contract/index.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useColleagues, useRenewRoom, useRoomApi } from '../../hooks/use-room.ts'
import { useAgencies } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { nextTimeOfDay } from '../../time/format.ts'
import { serviceNow } from '../../time/service-time.ts'
import { FormDialog } from '../common/form-dialog.tsx'

type Who = NewShift['who']
type Duty = Extract<Who, { kind: 'contact' }>['duty']

const usualHours = 8
const hourMs = 3_600_000

/** Puts somebody of the room, or an agency's officer, on the duty list. */
export const ShiftDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLanguage()
  const { timeZone } = useSigned().centre
  const api = useRoomApi()
  const renew = useRenewRoom()
  const colleagues = useColleagues().data ?? []
  const agencies = useAgencies(true).data ?? []
  const [kind, setKind] = useState<Who['kind']>('user')
  const [user, setUser] = useState<string | null>(null)
  const [agency, setAgency] = useState<string | null>(null)
  const [duty, setDuty] = useState<Duty>('dutyOfficer')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [clock, setClock] = useState('')
  const [hours, setHours] = useState<number | string>(usualHours)
  const add = useCommand(api.addShift, {
    onDone: () => {
      renew()
      onClose()
    },
  })

  const now = Math.floor(serviceNow())
  const from = clock.trim() === '' ? now : nextTimeOfDay(clock, now, timeZone)
  const colleague = colleagues.find(({ id }) => id === user)
  const who = ((): Who | null => {
    if (kind === 'user') return colleague ? { kind, user: colleague.id, role: colleague.role } : null
    if (agency === null || name.trim() === '') return null
    return { kind, agency, duty, name: name.trim(), phone: phone.trim() === '' ? null : phone.trim() }
  })()
  const complete = who !== null && from !== null && Number(hours) > 0

  return (
    <FormDialog
      title={t.shifts.add}
      busy={add.busy}
      complete={complete}
      onSave={() => complete && add.send({ who, from, until: from + Number(hours) * hourMs })}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={t.shifts.who}
        data={[
          { value: 'user', label: t.shifts.kinds.user },
          { value: 'contact', label: t.shifts.kinds.contact },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'user' ? (
        <Select
          label={t.shifts.who}
          searchable
          data={colleagues.map(one => ({ value: one.id, label: `${one.name} (${t.roles[one.role]})` }))}
          value={user}
          onChange={setUser}
        />
      ) : (
        <>
          <Select
            label={t.shifts.agency}
            searchable
            data={agencies.map(one => ({ value: one.code, label: `${one.code} – ${one.name}` }))}
            value={agency}
            onChange={setAgency}
          />
          <SegmentedControl
            fullWidth
            aria-label={t.shifts.duty}
            data={[
              { value: 'dutyOfficer', label: t.shifts.duties.dutyOfficer },
              { value: 'agencyCommander', label: t.shifts.duties.agencyCommander },
            ]}
            value={duty}
            onChange={setDuty}
          />
          <TextInput
            label={t.common.name}
            maxLength={200}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <TextInput
            label={`${t.shifts.phone} (${t.common.optional})`}
            maxLength={40}
            inputMode="tel"
            value={phone}
            onChange={event => setPhone(event.currentTarget.value)}
          />
        </>
      )}
      <Group grow align="flex-start">
        <TextInput
          label={t.shifts.from}
          description={t.shifts.fromHint}
          error={from === null ? t.assignment.trueTimeWrong : undefined}
          inputMode="numeric"
          autoComplete="off"
          value={clock}
          onChange={event => setClock(event.currentTarget.value)}
        />
        <NumberInput label={t.shifts.hours} description=" " min={1} max={48} value={hours} onChange={setHours} />
      </Group>
    </FormDialog>
  )
}
