import { Progress, Table, Text } from '@mantine/core'
import type { ChannelTestView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { secondsText } from './seconds-text.ts'

type TestedAgency = ChannelTestView['agencies'][number]
type TestedChat = TestedAgency['chats'][number]

const colours = {
  queued: 'dimmed',
  sent: 'dimmed',
  answered: 'teal',
  failed: 'red',
  notAnswered: 'orange',
  notSent: 'orange',
} as const satisfies Record<TestedChat['state'], string>

/** One line an agency: its first answer as a bar, and what came of each of its chats. */
export const TestedAgencies = ({ test }: { test: ChannelTestView }) => {
  const slowest = Math.max(1, ...test.agencies.map(({ seconds }) => seconds ?? 0))
  return (
    <Table verticalSpacing={6}>
      <Table.Tbody>
        {test.agencies.map(agency => (
          <Table.Tr key={agency.agency}>
            <Table.Td fw={600} w={120} title={agency.name}>
              {agency.agency}
            </Table.Td>
            <Table.Td w={220}>
              <AnswerBar agency={agency} slowest={slowest} />
            </Table.Td>
            <Table.Td>
              <Chats chats={agency.chats} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const AnswerBar = ({ agency, slowest }: { agency: TestedAgency; slowest: number }) => {
  const { t, lang } = useLanguage()
  if (agency.seconds === null) return <Text c="dimmed">–</Text>
  const text = t.admin.tests.seconds(secondsText(agency.seconds, lang))
  return (
    <>
      <Text size="sm">{text}</Text>
      <Progress value={Math.max(2, (100 * agency.seconds) / slowest)} color="teal" aria-label={text} />
    </>
  )
}

const Chats = ({ chats }: { chats: readonly TestedChat[] }) => {
  const { t, lang } = useLanguage()
  const words = t.admin.tests
  if (chats.length === 0) {
    return (
      <Text size="sm" c="red">
        {words.noChat}
      </Text>
    )
  }
  return chats.map(chat => (
    <Text key={chat.chat} size="sm">
      {chat.title}:{' '}
      <Text span c={colours[chat.state]}>
        {chat.answeredBy === null
          ? words.states[chat.state]
          : words.answeredBy(chat.answeredBy, secondsText(chat.seconds ?? 0, lang))}
        {chat.state === 'failed' && chat.failure !== null && ` (${chat.failure})`}
      </Text>
    </Text>
  ))
}
