import { Button, Checkbox, Chip, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentView, SendMessage } from '../../../../admin-api/contract/index.ts'
import { useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { doneStatuses } from '../../../words.ts'

/** A message to one, some or all agencies at work; none chosen means all. */
export const TalkComposer = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const [text, setText] = useState('')
  const [to, setTo] = useState<string[]>([])
  const [urgent, setUrgent] = useState(false)
  const [venue, setVenue] = useState(false)
  const message = useIncidentCommand(
    incident.id,
    (commands, input: SendMessage, key) => commands.message(input, key),
    () => {
      setText('')
      setUrgent(false)
      setVenue(false)
    },
  )
  const working = incident.assignments.filter(({ status }) => !doneStatuses.includes(status))
  const chosen = to.filter(id => working.some(assignment => assignment.id === id))
  const pointKnown = incident.intake.point !== undefined && incident.intake.point !== 'unknown'
  const ready = working.length > 0 && (text.trim() !== '' || venue)
  const send = () =>
    ready &&
    message.send({
      ...(text.trim() !== '' && { text: text.trim() }),
      ...(venue && { venue }),
      ...(urgent && { urgent }),
      ...(chosen.length > 0 && { assignments: chosen }),
    })

  if (working.length === 0) {
    return (
      <Text size="sm" c="dimmed" mb="xs">
        {t.talk.nobody}
      </Text>
    )
  }
  return (
    <form
      className="talk-composer"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <Stack gap={8}>
        <Chip.Group multiple value={chosen} onChange={setTo}>
          <Group gap={6} role="group" aria-label={t.talk.recipients}>
            <Chip checked={chosen.length === 0} size="xs" radius="sm" onChange={() => setTo([])}>
              {t.talk.all}
            </Chip>
            {working.map(({ id, agency }) => (
              <Chip key={id} value={id} size="xs" radius="sm">
                {agency}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Textarea
          aria-label={t.talk.text}
          placeholder={t.talk.placeholder}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={3_000}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && event.ctrlKey) send()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <Group gap="md" justify="space-between">
          <Checkbox
            size="xs"
            label={t.talk.urgent}
            checked={urgent}
            onChange={event => setUrgent(event.currentTarget.checked)}
          />
          {pointKnown && (
            <Checkbox
              size="xs"
              label={t.talk.venue}
              checked={venue}
              onChange={event => setVenue(event.currentTarget.checked)}
            />
          )}
          <Button
            type="submit"
            size="xs"
            ml="auto"
            leftSection={<IconSend size={14} aria-hidden />}
            loading={message.busy}
            disabled={!ready}
          >
            {t.talk.send}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
