import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ShiftView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useDuty, useRenewRoom, useRoomApi, useShifts } from '../../hooks/use-room.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { ConfirmDialog } from '../common/confirm-dialog.tsx'
import { Panel } from '../common/panel.tsx'
import { QueryState } from '../common/query-state.tsx'
import { ShiftDialog } from './shift-dialog.tsx'

/** Who stands ready today; pings go to them. */
export const ShiftsPanel = () => {
  const { t } = useLanguage()
  const { keepsDutyList } = useRights()
  const shifts = useShifts()
  const duty = useDuty().data
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title={t.shifts.title}
      aside={
        keepsDutyList && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t.shifts.add}
          </Button>
        )
      }
    >
      {duty?.allSupervisors && <p className="number-warning">{t.supervisor.allSupervisors}</p>}
      <QueryState query={shifts}>
        {list =>
          list.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.shifts.empty}
            </Text>
          ) : (
            <ul className="open-items">
              {list.map(shift => (
                <ShiftRow key={shift.id} shift={shift} />
              ))}
            </ul>
          )
        }
      </QueryState>
      {adding && <ShiftDialog onClose={() => setAdding(false)} />}
    </Panel>
  )
}

const ShiftRow = ({ shift }: { shift: ShiftView }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const { keepsDutyList } = useRights()
  const api = useRoomApi()
  const renew = useRenewRoom()
  const [asking, setAsking] = useState(false)
  const remove = useCommand(api.removeShift, {
    onDone: () => {
      setAsking(false)
      renew()
    },
  })
  const { who } = shift
  const what = who.kind === 'user' ? t.roles[who.role] : `${t.shifts.duties[who.duty]} ${who.agency}`
  return (
    <li>
      <span className="open-item-words">
        <span>
          <strong>{who.name}</strong> {what}
          {who.kind === 'contact' && who.phone !== null && ` · ${phoneText(who.phone)}`}
        </span>
        <span className="open-item-foot">{t.shifts.span(dateTime(shift.from), dateTime(shift.until))}</span>
      </span>
      {keepsDutyList && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t.shifts.removeOf(who.name)}
          onClick={() => setAsking(true)}
        >
          {t.shifts.remove}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t.shifts.removeOf(who.name)}
          hint={t.shifts.removeHint}
          action={t.shifts.remove}
          danger
          busy={remove.busy}
          onSend={() => remove.send(shift.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
