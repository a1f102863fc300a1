import { Alert, Anchor, Group, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Panel } from '../../../components/common/panel.tsx'
import { QueryState } from '../../../components/common/query-state.tsx'
import { hrefOf } from '../../../hooks/use-route.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { ActiveBadge } from '../shared/active-badge.tsx'
import { useAgenciesAndStandard } from '../use-admin.ts'
import { AgencyForm } from './agency-form.tsx'
import { PairedChats } from './paired-chats.tsx'
import { PostsPanel } from './posts-panel.tsx'

/** All that an administrator keeps of one agency. */
export const AgencyPage = ({ code }: { code: string }) => {
  const { t } = useLanguage()
  const query = useAgenciesAndStandard()
  return (
    <QueryState query={query}>
      {({ agencies, standardAnswerSeconds }) => {
        const agency = agencies.find(one => one.code === code)
        if (!agency) return <Alert color="gray">{t.agencyAdmin.unknown(code)}</Alert>
        return (
          <>
            <Anchor href={hrefOf('admin', 'agencies')} size="sm">
              <Group gap={6} component="span" display="inline-flex">
                <IconArrowLeft size={15} aria-hidden />
                {t.agencyAdmin.back}
              </Group>
            </Anchor>
            <Group mt={6} mb="md">
              <Title order={2}>
                {agency.code} – {agency.name}
              </Title>
              <ActiveBadge active={agency.active} />
            </Group>
            <div className="agency-page">
              <Panel title={t.agencyAdmin.title}>
                <AgencyForm key={agency.code} agency={agency} standard={standardAnswerSeconds} />
              </Panel>
              <div className="agency-side">
                <PostsPanel agency={agency} standard={agency.answerSeconds ?? standardAnswerSeconds} />
                <PairedChats agency={agency.code} />
              </div>
            </div>
          </>
        )
      }}
    </QueryState>
  )
}
