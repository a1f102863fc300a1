import { Button, Group, Text, Title } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { QueryState } from '../components/common/query-state.tsx'
import { CallbackCard } from '../components/follow-up/callback-card.tsx'
import { ReferralCard } from '../components/follow-up/referral-card.tsx'
import { useCallbacks, useReferrals } from '../hooks/use-call-desk.ts'
import { useRights } from '../hooks/use-rights.ts'
import { hrefOf } from '../hooks/use-route.ts'
import { useLanguage } from '../lang/language-provider.tsx'

/** What the desk still owes callers: numbers to ring back, matters that nobody has confirmed yet. */
export const FollowUpPage = () => {
  const { t } = useLanguage()
  const { works } = useRights()
  return (
    <div className="page page-sunken">
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          {t.followUp.title}
        </Title>
        {works && (
          <Button
            component="a"
            href={hrefOf('paper')}
            variant="default"
            leftSection={<IconFileText size={16} aria-hidden />}
          >
            {t.paper.open}
          </Button>
        )}
      </Group>
      <div className="follow-up-columns">
        <Callbacks />
        <Referrals />
      </div>
    </div>
  )
}

const Callbacks = () => {
  const { t } = useLanguage()
  const callbacks = useCallbacks()
  return (
    <Column title={t.callback.title}>
      <QueryState query={callbacks}>
        {tasks => {
          const open = tasks.filter(task => task.done === null)
          const done = tasks.filter(task => task.done !== null)
          return (
            <>
              {open.length === 0 && <Empty>{t.callback.empty}</Empty>}
              {open.map(task => (
                <CallbackCard key={task.call} task={task} linked />
              ))}
              {done.length > 0 && <h3 className="number-heading">{t.callback.recent}</h3>}
              {done.map(task => (
                <CallbackCard key={task.call} task={task} linked />
              ))}
            </>
          )
        }}
      </QueryState>
    </Column>
  )
}

const Referrals = () => {
  const { t } = useLanguage()
  const referrals = useReferrals()
  return (
    <Column title={t.referral.title}>
      <QueryState query={referrals}>
        {open =>
          open.length === 0 ? (
            <Empty>{t.referral.empty}</Empty>
          ) : (
            open.map(referral => <ReferralCard key={referral.call} referral={referral} linked />)
          )
        }
      </QueryState>
    </Column>
  )
}

const Column = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h2 className="follow-up-title">{title}</h2>
    <div className="follow-up-list">{children}</div>
  </section>
)

const Empty = ({ children }: { children: string }) => (
  <Text c="dimmed" size="sm" className="board-empty">
    {children}
  </Text>
)
