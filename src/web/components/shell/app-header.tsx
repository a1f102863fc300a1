import { ActionIcon, Group, Select, Text, Tooltip } from '@mantine/core'
import {
  IconArchive,
  IconChartBar,
  IconHeadset,
  IconHeartbeat,
  IconKeyboard,
  IconPhoneOutgoing,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useSigned } from '../../hooks/use-centre.tsx'
import type { LiveState } from '../../hooks/use-live-events.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { SoundButton } from '../signals/sound-button.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { LiveMark } from './live-mark.tsx'
import { ServiceTime } from './service-time.tsx'
import { UserMenu } from './user-menu.tsx'

const links = [
  { page: 'desk', Icon: IconHeadset },
  { page: 'followUp', Icon: IconPhoneOutgoing },
  { page: 'supervisor', Icon: IconUsersGroup },
  { page: 'archive', Icon: IconArchive },
  { page: 'figures', Icon: IconChartBar },
  { page: 'health', Icon: IconHeartbeat },
  { page: 'admin', Icon: IconSettings },
] as const

/** Who is offered a page that is not for all; supervisors find the channel tests under administration. */
const offeredTo: Partial<Record<(typeof links)[number]['page'], readonly string[]>> = {
  figures: ['dispatcher', 'supervisor', 'administrator'],
  admin: ['administrator', 'supervisor'],
}

interface Props {
  page: string
  live: LiveState
  onHelp: () => void
}

export const AppHeader = ({ page, live, onHelp }: Props) => {
  const { t } = useLanguage()
  const { session } = useSigned()
  const { works } = useRights()
  const shown = links.filter(link => offeredTo[link.page]?.includes(session.user.role) ?? true)
  return (
    <header className="header">
      <Group gap="sm" wrap="nowrap" className="header-start">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <Text fw={700} className="header-name">
          {t.app.name}
        </Text>
        <CentrePicker />
      </Group>
      <nav aria-label={t.nav.label} className="header-nav">
        {shown.map(({ page: name, Icon }) => (
          <a
            key={name}
            href={hrefOf(name)}
            aria-current={name === page ? 'page' : undefined}
            aria-label={t.nav[name]}
            title={t.nav[name]}
            className="header-link"
          >
            <Icon size={18} aria-hidden />
            <span>{t.nav[name]}</span>
          </a>
        ))}
      </nav>
      <Group gap="md" wrap="nowrap" className="header-end">
        {works && <SoundButton />}
        <LiveMark live={live} />
        <ServiceTime />
        <LanguageSwitch />
        <Tooltip label={t.keyboard.open}>
          <ActionIcon variant="subtle" color="gray" aria-label={t.keyboard.open} onClick={onHelp}>
            <IconKeyboard size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <UserMenu />
      </Group>
    </header>
  )
}

const CentrePicker = () => {
  const { t } = useLanguage()
  const { session, centre, chooseCentre } = useSigned()
  if (session.centres.length < 2) return <Text c="dimmed">{centre.name}</Text>
  return (
    <Select
      aria-label={t.app.chooseCentre}
      data={session.centres.map(({ code, name }) => ({ value: code, label: name }))}
      value={centre.code}
      onChange={code => code && chooseCentre(code)}
      allowDeselect={false}
      size="xs"
      className="centre-picker"
    />
  )
}
