import { Alert, Text } from '@mantine/core'
import type { CallView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** What became of the call. */
export const CallResolution = ({ call }: { call: CallView }) => {
  const { t } = useLanguage()
  const { resolution } = call
  if (!resolution) return null
  const details = [
    [t.call.topic, resolution.topic],
    [t.call.answerText, resolution.answer],
    [t.call.receiver, resolution.receiver],
    [t.call.ticket, resolution.ticket],
    [t.call.note, resolution.note],
  ].filter(([, value]) => value !== undefined)
  return (
    <Alert color="teal" title={t.call.resolutions[resolution.kind] ?? resolution.kind}>
      {details.length > 0 &&
        details.map(([label, value]) => (
          <Text key={label} size="sm" className="long-text">
            <Text span c="dimmed">
              {label}:
            </Text>{' '}
            {value}
          </Text>
        ))}
    </Alert>
  )
}
