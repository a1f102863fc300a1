import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCallCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

/** An answer that the list does not have. */
export const OwnAnswer = ({ call }: { call: string }) => {
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
