import '../../styles/admin.css'
import { Alert, Tabs, Title } from '@mantine/core'
import { useSigned } from '../../hooks/use-centre.tsx'
import { go, useRoute } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AgenciesTab } from './agencies-tab.tsx'
import { AuditTab } from './audit/audit-tab.tsx'
import { CentresTab } from './centres-tab.tsx'
import { ChannelTestsTab } from './channel-tests-tab.tsx'
import { ChannelsTab } from './channels-tab.tsx'
import { InformationTab } from './information/information-tab.tsx'
import { PairingTab } from './pairing-tab.tsx'
import { PlacesTab } from './places-tab.tsx'
import { CardsTab } from './rules/cards/cards-tab.tsx'
import { ClocksTab } from './rules/clocks/clocks-tab.tsx'
import { UsersTab } from './users-tab.tsx'
import { WhatsAppTab } from './whatsapp-tab.tsx'

const tabs = {
  centres: CentresTab,
  agencies: AgenciesTab,
  cards: CardsTab,
  clocks: ClocksTab,
  information: InformationTab,
  users: UsersTab,
  pairing: PairingTab,
  channels: ChannelsTab,
  whatsapp: WhatsAppTab,
  tests: ChannelTestsTab,
  audit: AuditTab,
  places: PlacesTab,
} as const
type TabName = keyof typeof tabs
const tabNames = Object.keys(tabs) as TabName[]

const supervisorsTabs: readonly TabName[] = ['tests']

/** What an installation needs to go live: centres, agencies, users, paired chats. */
export const AdminPage = () => {
  const { t } = useLanguage()
  const { session, centre } = useSigned()
  const [wanted] = useRoute().parts
  const { role } = session.user
  if (role !== 'administrator' && role !== 'supervisor') {
    return (
      <Alert color="yellow" m="lg" role="alert">
        {t.admin.forbidden}
      </Alert>
    )
  }
  const hasCentre = centre.code !== ''
  const own = role === 'administrator' ? tabNames : supervisorsTabs
  const shown = own.filter(name => hasCentre || name === 'centres' || name === 'users')
  const current = shown.find(name => name === wanted) ?? shown[0] ?? 'centres'
  const Tab = tabs[current]
  return (
    <div className="page">
      <Title order={1} size="h2" mb="sm">
        {t.admin.title}
      </Title>
      <Tabs value={current} onChange={name => name && go('admin', name)} keepMounted={false}>
        <Tabs.List mb="md">
          {shown.map(name => (
            <Tabs.Tab key={name} value={name}>
              {t.admin.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current}>
          <Tab />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
