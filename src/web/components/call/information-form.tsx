import { Autocomplete, Button, Group, Paper, Stack, Tabs, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** An information call ends with an answer on record, or with whom it was handed to. */
export const InformationForm = ({ call }: { call: string }) => {
  const { t } = useLanguage()
  return (
    <Paper withBorder p="md" mt="md">
      <Tabs defaultValue="answer">
        <Tabs.List mb="sm">
          <Tabs.Tab value="answer">{t.call.answer}</Tabs.Tab>
          <Tabs.Tab value="referral">{t.call.referral}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="answer">
          <AnswerForm call={call} />
        </Tabs.Panel>
        <Tabs.Panel value="referral">
          <ReferralForm call={call} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  )
}

const AnswerForm = ({ call }: { call: string }) => {
  const { t } = useLanguage()
  const [topic, setTopic] = useState('')
  const [answer, setAnswer] = useState('')
  const record = useCallCommand((api, input: { topic: string; answer: string }, key) => api.answer(call, input, key))
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        record.send({ topic: topic.trim(), answer: answer.trim() })
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t.call.topic}
          maxLength={200}
          value={topic}
          onChange={event => setTopic(event.currentTarget.value)}
        />
        <Textarea
          label={t.call.answerText}
          autosize
          minRows={2}
          maxLength={4_000}
          value={answer}
          onChange={event => setAnswer(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={record.busy} disabled={topic.trim() === '' || answer.trim() === ''}>
            {t.call.recordAnswer}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const ReferralForm = ({ call }: { call: string }) => {
  const { t } = useLanguage()
  const [receiver, setReceiver] = useState('')
  const [ticket, setTicket] = useState('')
  const [note, setNote] = useState('')
  const refer = useCallCommand((api, to: { receiver: string; note?: string; ticket?: string }, key) =>
    api.refer(call, to, key),
  )
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        refer.send({
          receiver: receiver.trim(),
          ...(ticket.trim() !== '' && { ticket: ticket.trim() }),
          ...(note.trim() !== '' && { note: note.trim() }),
        })
      }}
    >
      <Stack gap="sm">
        <Autocomplete
          label={t.call.receiver}
          data={[...t.call.receivers]}
          maxLength={200}
          value={receiver}
          onChange={setReceiver}
        />
        <TextInput
          label={`${t.call.ticket} (${t.common.optional})`}
          maxLength={200}
          value={ticket}
          onChange={event => setTicket(event.currentTarget.value)}
        />
        <Textarea
          label={`${t.call.note} (${t.common.optional})`}
          autosize
          minRows={2}
          maxLength={4_000}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={refer.busy} disabled={receiver.trim() === ''}>
            {t.call.recordReferral}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
