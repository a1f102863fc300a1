import { Autocomplete, Button, Group, Paper, Stack, Tabs, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallView } from '../../../admin-api/contract/index.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** What an information call still lacks: the answer that was given, whom it was handed to. Each is recorded once. */
export const InformationForm = ({ call: { id, status, resolution } }: { call: CallView }) => {
  const { t } = useLanguage()
  const open = { answer: resolution?.answer === undefined, referral: resolution?.receiver === undefined }
  const first = open.answer ? 'answer' : 'referral'
  if (status === 'ended' || (!open.answer && !open.referral)) return null
  return (
    <Paper withBorder p="md" mt="md">
      <Tabs defaultValue={first} key={first}>
        <Tabs.List mb="sm">
          {open.answer && <Tabs.Tab value="answer">{t.call.answer}</Tabs.Tab>}
          {open.referral && <Tabs.Tab value="referral">{t.call.referral}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="answer">{open.answer && <AnswerForm call={id} />}</Tabs.Panel>
        <Tabs.Panel value="referral">{open.referral && <ReferralForm call={id} />}</Tabs.Panel>
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
