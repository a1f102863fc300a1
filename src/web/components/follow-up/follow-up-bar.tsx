import { Kbd } from '@mantine/core'
import { IconPhoneOutgoing } from '@tabler/icons-react'
import { useCallbacks, useReferrals } from '../../hooks/use-call-desk.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { go, hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Always in its place beside the board: how many numbers wait to be rung back, how many referrals for their receiver. */
export const FollowUpBar = () => {
  const { t } = useLanguage()
  const callbacks = (useCallbacks().data ?? []).filter(task => task.done === null).length
  const referrals = (useReferrals().data ?? []).length
  useKeys({ b: () => go('followUp') })
  return (
    <a className="follow-up-bar" data-alarm={callbacks > 0} href={hrefOf('followUp')}>
      <IconPhoneOutgoing size={16} aria-hidden />
      <span>{t.followUp.bar(callbacks, referrals)}</span>
      <Kbd size="xs" aria-hidden>
        B
      </Kbd>
    </a>
  )
}
