import { Alert, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { WhatsAppView, WhatsAppWish } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { QueryState } from '../../components/common/query-state.tsx'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { QrCode } from './qr-code.tsx'
import { useAdminCommand, useWhatsApp } from './use-admin.ts'

type Session = NonNullable<WhatsAppView>

const colours = {
  linked: 'teal',
  linking: 'orange',
  starting: 'orange',
  standby: 'orange',
  lost: 'red',
  blocked: 'red',
  off: 'gray',
} as const satisfies Record<Session['status'], string>

const useWish = () => useAdminCommand((wish: WhatsAppWish, key) => adminApi.askWhatsApp(wish, key))

/** The linked WhatsApp device: how it is, and how a phone links it, by a code to scan or to type. */
export const WhatsAppTab = () => {
  const { t } = useLanguage()
  return (
    <QueryState query={useWhatsApp()}>
      {session => (session ? <Device session={session} /> : <Alert color="gray">{t.admin.whatsapp.off}</Alert>)}
    </QueryState>
  )
}

const Device = ({ session }: { session: Session }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const wish = useWish()
  const { status, detail, since, number, pairing } = session
  return (
    <Stack maw={720}>
      <Alert color="yellow" title={t.admin.whatsapp.riskTitle}>
        {t.admin.whatsapp.risk}
      </Alert>
      <Group>
        <Badge color={colours[status]} variant="light" size="lg" tt="none" role="status">
          {t.admin.whatsapp.status[status]}
        </Badge>
        {number !== null && <Text fw={600}>+{number}</Text>}
        {since > 0 && <Text c="dimmed">{t.admin.whatsapp.since(dateTime(since))}</Text>}
      </Group>
      {detail !== '' && <Text>{detail}</Text>}
      {pairing?.kind === 'qr' && (
        <>
          <Text>{t.admin.whatsapp.scan}</Text>
          <QrCode content={pairing.content} label={t.admin.whatsapp.qr} />
        </>
      )}
      {pairing?.kind === 'code' && (
        <>
          <Text>{t.admin.whatsapp.type(pairing.phone)}</Text>
          <Text fz={32} fw={700} ff="monospace" aria-label={t.admin.whatsapp.code}>
            {pairing.code.slice(0, 4)}-{pairing.code.slice(4)}
          </Text>
        </>
      )}
      {pairing?.kind === 'qr' && <CodeByNumber />}
      <Group>
        <Button variant="default" loading={wish.busy} onClick={() => wish.send({ kind: 'restart' })}>
          {t.admin.whatsapp.restart}
        </Button>
        {pairing?.kind === 'code' && (
          <Button variant="default" onClick={() => wish.send({ kind: 'qr' })}>
            {t.admin.whatsapp.backToQr}
          </Button>
        )}
        {status === 'linked' && <Unlink />}
      </Group>
    </Stack>
  )
}

const CodeByNumber = () => {
  const { t } = useLanguage()
  const wish = useWish()
  const [phone, setPhone] = useState('')
  return (
    <Group align="end">
      <TextInput
        label={t.admin.whatsapp.phone}
        placeholder="+62 …"
        value={phone}
        onChange={event => setPhone(event.currentTarget.value)}
      />
      <Button disabled={phone.trim() === ''} loading={wish.busy} onClick={() => wish.send({ kind: 'code', phone })}>
        {t.admin.whatsapp.askCode}
      </Button>
    </Group>
  )
}

/** Asked once more: without the link no agency is reached on WhatsApp. */
const Unlink = () => {
  const { t } = useLanguage()
  const wish = useWish()
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
        {t.admin.whatsapp.unlink}
      </Button>
    )
  }
  return (
    <Button color="red" loading={wish.busy} onClick={() => wish.send({ kind: 'unlink' })}>
      {t.admin.whatsapp.unlinkSure}
    </Button>
  )
}
