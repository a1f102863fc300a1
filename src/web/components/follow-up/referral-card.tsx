import { Button, Group, Text } from '@mantine/core'
import { IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReferralView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'
import { ConfirmReferralDialog } from './confirm-referral-dialog.tsx'

/** A matter that was given to somebody else: ours until they have confirmed it. */
export const ReferralCard = ({ referral, linked = false }: { referral: ReferralView; linked?: boolean }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { works } = useRights()
  const { receiver, ticket, note, status, settled } = referral
  return (
    <section
      className="follow-up"
      data-open={status === 'waiting' || status === 'takenBack'}
      aria-label={`${t.referral.title} ${t.referral.to(receiver)}`}
    >
      <div className="follow-up-head">
        <IconArrowForwardUp size={18} aria-hidden />
        <strong>{receiver}</strong>
        <span>{ticket === null ? t.referral.noTicket : t.referral.ticket(ticket)}</span>
        <span className="follow-up-state">{t.referral.statuses[status]}</span>
      </div>
      <Text size="sm" c="dimmed">
        {[phoneText(referral.phone), referral.callerName, time(referral.at), referral.by].filter(Boolean).join(' · ')}
      </Text>
      {note !== null && (
        <Text size="sm" className="long-text">
          {note}
        </Text>
      )}
      {settled ? (
        <Text size="sm" className="long-text">
          {[time(settled.at), settled.by, settled.words].filter(Boolean).join(' · ')}
        </Text>
      ) : (
        <Text size="xs" c="dimmed">
          {t.referral.still}
        </Text>
      )}
      <Group gap={6} mt={8}>
        {works && status === 'waiting' && <ReferralButtons referral={referral} />}
        {linked && (
          <Button component="a" size="compact-sm" variant="subtle" href={hrefOf('desk', 'call', referral.call)}>
            {t.referral.toCall}
          </Button>
        )}
      </Group>
    </section>
  )
}

const ReferralButtons = ({ referral: { call, receiver, ticket } }: { referral: ReferralView }) => {
  const { t } = useLanguage()
  const [asking, setAsking] = useState<'confirm' | 'return' | null>(null)
  const done = () => setAsking(null)
  const giveBack = useCallCommand((api, reason: string, key) => api.returnReferral(call, reason, key), done)
  return (
    <>
      <Button
        size="compact-sm"
        color="teal.9"
        aria-label={t.referral.confirmOf(receiver)}
        onClick={() => setAsking('confirm')}
      >
        {t.referral.confirm}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t.referral.giveBackOf(receiver)}
        onClick={() => setAsking('return')}
      >
        {t.referral.giveBack}
      </Button>
      {asking === 'confirm' && <ConfirmReferralDialog call={call} receiver={receiver} ticket={ticket} onClose={done} />}
      {asking === 'return' && (
        <ReasonDialog
          title={t.referral.giveBackOf(receiver)}
          hint={t.referral.giveBackHint}
          label={t.common.reason}
          action={t.referral.giveBack}
          busy={giveBack.busy}
          onSend={giveBack.send}
          onClose={done}
        />
      )}
    </>
  )
}
