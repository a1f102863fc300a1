import { Text } from '@mantine/core'
import type { CallView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'

/** What was put right about the call, and by whom. */
export const CallNotes = ({ call }: { call: CallView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { classes } = t.call
  const notes = [
    ...(call.droppedAt === null ? [] : [t.callActions.droppedAt(time(call.droppedAt))]),
    ...(call.attached === null ? [] : [t.callActions.attachedBy(call.attached.by, time(call.attached.at))]),
    ...call.reclassified.map(({ from, to, by }) => t.callActions.reclassified(classes[from], classes[to], by)),
  ]
  return notes.map(note => (
    <Text key={note} size="sm" c="dimmed">
      {note}
    </Text>
  ))
}
