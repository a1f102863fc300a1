import { Button, Tooltip } from '@mantine/core'
import { useState } from 'react'
import type { CallbackView, RecordCallback } from '../../../admin-api/contract/index.ts'
import { go } from '../../hooks/use-route.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'

/** What ringing back led to. Ends that nobody spoke in ask for a word why. */
export const CallbackButtons = ({ task }: { task: CallbackView }) => {
  const { t } = useLanguage()
  const [asking, setAsking] = useState<'settled' | 'givenUp' | null>(null)
  const record = useCallCommand(
    (api, result: RecordCallback, key) => api.callback(task.call, result, key),
    call => {
      setAsking(null)
      const opened = call.callback?.done?.call
      if (opened) go('desk', 'call', opened)
    },
  )
  const number = phoneText(task.phone) ?? t.callback.noPhone
  const is = (outcome: RecordCallback['outcome']) => record.input?.outcome === outcome
  return (
    <>
      <Button
        size="compact-sm"
        color="teal.9"
        aria-label={t.callback.of(t.callback.reachedNew, number)}
        loading={is('reached')}
        onClick={() => record.send({ outcome: 'reached', newCall: true })}
      >
        {t.callback.reachedNew}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t.callback.of(t.callback.noAnswer, number)}
        loading={is('noAnswer')}
        onClick={() => record.send({ outcome: 'noAnswer' })}
      >
        {t.callback.noAnswer}
      </Button>
      <Tooltip label={t.callback.settledHint}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t.callback.of(t.callback.settled, number)}
          onClick={() => setAsking('settled')}
        >
          {t.callback.settled}
        </Button>
      </Tooltip>
      <Tooltip label={task.mayGiveUp ? t.callback.giveUpHint : t.callback.giveUpLater}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={t.callback.of(t.callback.giveUp, number)}
          aria-disabled={!task.mayGiveUp}
          data-disabled={!task.mayGiveUp}
          onClick={() => task.mayGiveUp && setAsking('givenUp')}
        >
          {t.callback.giveUp}
        </Button>
      </Tooltip>
      {asking && (
        <ReasonDialog
          title={t.callback.of(asking === 'settled' ? t.callback.settled : t.callback.giveUp, number)}
          hint={asking === 'settled' ? t.callback.settledHint : t.callback.giveUpHint}
          label={t.callback.note}
          action={asking === 'settled' ? t.callback.settled : t.callback.giveUp}
          danger={asking === 'givenUp'}
          busy={record.busy}
          onSend={note => record.send({ outcome: asking, note })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
