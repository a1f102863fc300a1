import { Button, Kbd, Menu, Tooltip } from '@mantine/core'
import { IconArrowsExchange, IconLinkOff, IconPhoneOff, IconPhoneX } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallView } from '../../../admin-api/contract/index.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { go, goAsking } from '../../hooks/use-route.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type CallClass, callClasses } from '../../words.ts'
import { ConfirmDialog } from '../common/confirm-dialog.tsx'
import { ReasonDialog } from '../common/reason-dialog.tsx'

/** Everything about a call besides its class: hanging up, a broken line, and what was recorded wrongly. */
export const CallActions = ({ call }: { call: CallView }) => (
  <>
    {call.allowed.includes('end') && <EndCallButton call={call.id} size="sm" keyed />}
    {call.allowed.includes('dropped') && call.droppedAt === null && <DroppedButton call={call.id} />}
    {call.allowed.includes('reclassify') && <Reclassify call={call} />}
    {call.allowed.includes('detach') && <DetachButton call={call.id} />}
  </>
)

interface EndProps {
  call: string
  size: 'sm' | 'compact-sm'
  /** F10 is for this call */
  keyed: boolean
}

export const EndCallButton = ({ call, size, keyed }: EndProps) => {
  const { t } = useLanguage()
  const end = useCallCommand((api, id: string, key) => api.end(id, key))
  useKeys(keyed ? { f10: () => end.send(call) } : {})
  return (
    <Button
      variant="default"
      size={size}
      leftSection={<IconPhoneOff size={16} aria-hidden />}
      rightSection={
        keyed && (
          <Kbd size="xs" aria-hidden>
            {'F10'}
          </Kbd>
        )
      }
      loading={end.busy}
      onClick={() => end.send(call)}
    >
      {t.call.end}
    </Button>
  )
}

/** The line broke off: a known number is to be rung back. */
const DroppedButton = ({ call }: { call: string }) => {
  const { t } = useLanguage()
  const drop = useCallCommand((api, id: string, key) => api.dropped(id, key))
  useKeys({ t: () => drop.send(call) })
  return (
    <Tooltip label={t.callActions.droppedHint}>
      <Button
        variant="default"
        leftSection={<IconPhoneX size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden>
            {'T'}
          </Kbd>
        }
        loading={drop.busy}
        onClick={() => drop.send(call)}
      >
        {t.callActions.dropped}
      </Button>
    </Tooltip>
  )
}

/** A normal call that becomes something else takes its draft incident away: that asks why. */
const Reclassify = ({ call }: { call: CallView }) => {
  const { t } = useLanguage()
  const [asking, setAsking] = useState<CallClass | null>(null)
  const reclassify = useCallCommand(
    (api, to: { callClass: CallClass; reason?: string }, key) => api.reclassify(call.id, to.callClass, to.reason, key),
    changed => {
      setAsking(null)
      if (changed.callClass === 'normal' && changed.incident !== null) goAsking(changed.incident)
    },
  )
  const choose = (callClass: CallClass) =>
    call.callClass === 'normal' ? setAsking(callClass) : reclassify.send({ callClass })
  return (
    <>
      <Menu withArrow>
        <Menu.Target>
          <Button variant="subtle" leftSection={<IconArrowsExchange size={16} aria-hidden />} loading={reclassify.busy}>
            {t.callActions.reclassify}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {callClasses
            .filter(callClass => callClass !== call.callClass)
            .map(callClass => (
              <Menu.Item key={callClass} onClick={() => choose(callClass)}>
                {t.callActions.reclassifyTo(t.call.classes[callClass])}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <ReasonDialog
          title={t.callActions.reclassifyTo(t.call.classes[asking])}
          hint={t.callActions.reclassifyHint}
          label={t.common.reason}
          action={t.callActions.reclassify}
          danger
          busy={reclassify.busy}
          onSend={reason => reclassify.send({ callClass: asking, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

const DetachButton = ({ call }: { call: string }) => {
  const { t } = useLanguage()
  const [asking, setAsking] = useState(false)
  const detach = useCallCommand(
    (api, id: string, key) => api.detach(id, key),
    changed => {
      setAsking(false)
      if (changed.incident !== null) go('desk', 'incident', changed.incident)
    },
  )
  return (
    <>
      <Button variant="subtle" leftSection={<IconLinkOff size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t.callActions.detach}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t.callActions.detach}
          hint={t.callActions.detachHint}
          action={t.callActions.detach}
          busy={detach.busy}
          onSend={() => detach.send(call)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
