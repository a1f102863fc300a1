import { Alert, Badge, Button, Code, Group, Paper, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { AudienceInput, PairingCodeView } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { QueryState } from '../../components/common/query-state.tsx'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AdminTable } from './admin-table.tsx'
import { audienceText } from './audience.ts'
import { AudienceFields } from './audience-fields.tsx'
import { CopyText } from './copy-text.tsx'
import { useAdminCommand, useCodes, useUsers } from './use-admin.ts'

const stateColour = { open: 'blue', used: 'teal', expired: 'gray', revoked: 'gray' } as const

/** One-time codes that bind a chat to whom it stands for. */
export const PairingTab = () => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const codes = useCodes()
  const users = useUsers().data ?? []
  const [audience, setAudience] = useState<AudienceInput | null>(null)
  const [made, setMade] = useState<PairingCodeView | null>(null)
  const create = useAdminCommand((chosen: AudienceInput, key, centre) => adminApi.addCode(centre, chosen, key), setMade)
  return (
    <>
      <Paper withBorder p="md" mb="md" maw={760}>
        <form
          onSubmit={event => {
            event.preventDefault()
            if (audience) create.send(audience)
          }}
        >
          <Group align="flex-end">
            <AudienceFields onChange={setAudience} />
            <Button type="submit" loading={create.busy} disabled={audience === null}>
              {t.admin.pairing.create}
            </Button>
          </Group>
        </form>
      </Paper>
      {made && <NewCode code={made} standsFor={audienceText(made.audience, users, t)} />}
      <QueryState query={codes}>
        {list => (
          <AdminTable
            head={[t.common.code, t.admin.pairing.audience, t.common.status, '']}
            empty={t.admin.pairing.empty}
            rows={list.map(code => (
              <Table.Tr key={code.code}>
                <Table.Td>
                  <Code fz="md">{code.code}</Code>
                </Table.Td>
                <Table.Td>{audienceText(code.audience, users, t)}</Table.Td>
                <Table.Td>
                  <Badge color={stateColour[code.state]} variant="light" tt="none">
                    {t.admin.pairing.states[code.state]}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    {t.admin.pairing.expires(dateTime(code.expiresAt))}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          />
        )}
      </QueryState>
    </>
  )
}

const NewCode = ({ code, standsFor }: { code: PairingCodeView; standsFor: string }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const typed = `/pasang ${code.code}`
  return (
    <Alert color="blue" mb="md" maw={760} role="status">
      <Title order={3}>
        {t.admin.pairing.newCode}: {standsFor}
      </Title>
      <Group my="xs">
        <Code fz="xl">{typed}</Code>
        <CopyText text={typed} />
      </Group>
      <Text size="sm">{t.admin.pairing.how(code.code)}</Text>
      <Text size="sm">{t.admin.pairing.expires(dateTime(code.expiresAt))}</Text>
      {code.deepLink !== undefined && (
        <Text size="sm">
          {t.admin.pairing.deepLink}:{' '}
          <a href={code.deepLink} target="_blank" rel="noreferrer">
            {code.deepLink}
          </a>
        </Text>
      )}
    </Alert>
  )
}
