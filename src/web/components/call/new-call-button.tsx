import { Button, Kbd } from '@mantine/core'
import { IconPhonePlus } from '@tabler/icons-react'
import { useKeys } from '../../hooks/use-keys.ts'
import { go } from '../../hooks/use-route.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** 112 rings: one press opens the call, and its time runs from that press. */
export const NewCallButton = () => {
  const { t } = useLanguage()
  const open = useCallCommand(
    (api, _: undefined, key) => api.open(key),
    call => go('desk', 'call', call.id),
  )
  useKeys({ n: () => open.send(), f2: () => open.send() })
  return (
    <Button
      className="new-call"
      size="lg"
      fullWidth
      color="red.8"
      leftSection={<IconPhonePlus size={24} aria-hidden />}
      rightSection={
        <span aria-hidden className="nowrap">
          <Kbd size="xs">N</Kbd> <Kbd size="xs">F2</Kbd>
        </span>
      }
      loading={open.busy}
      onClick={() => open.send()}
    >
      {t.call.new}
    </Button>
  )
}
