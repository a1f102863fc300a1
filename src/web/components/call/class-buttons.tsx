import { Kbd, Text, UnstyledButton } from '@mantine/core'
import { IconHelpCircle, IconMoodSilence, IconMoodTongue, IconUrgent } from '@tabler/icons-react'
import { useKeys } from '../../hooks/use-keys.ts'
import { goAsking } from '../../hooks/use-route.ts'
import { useCallCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type CallClass, callClasses } from '../../words.ts'

const icons = {
  normal: IconUrgent,
  ghost: IconMoodSilence,
  prank: IconMoodTongue,
  information: IconHelpCircle,
} as const satisfies Record<CallClass, typeof IconUrgent>

/** What kind of call it is, by one press or one key; a normal one goes on to its incident at once. */
export const ClassButtons = ({ call }: { call: string }) => {
  const { t } = useLanguage()
  const classify = useCallCommand(
    (api, callClass: CallClass, key) => api.classify(call, callClass, key),
    answered => {
      if (answered.incident !== null) goAsking(answered.incident)
    },
  )
  useKeys(
    Object.fromEntries(callClasses.map((callClass, index) => [String(index + 1), () => classify.send(callClass)])),
  )
  return (
    <section className="classes" aria-label={t.call.classify}>
      <Text fw={600} mb={6}>
        {t.call.classify}{' '}
        <Text span c="dimmed" size="sm" fw={400}>
          {t.call.classHint}
        </Text>
      </Text>
      <div className="classes-grid">
        {callClasses.map((callClass, index) => {
          const Icon = icons[callClass]
          return (
            <UnstyledButton
              key={callClass}
              className="class-button"
              data-class={callClass}
              data-busy={classify.input === callClass}
              disabled={classify.busy}
              onClick={() => classify.send(callClass)}
            >
              <Icon size={26} aria-hidden />
              <span>
                <strong>{t.call.classes[callClass]}</strong>
                <small>{t.call.classHints[callClass]}</small>
              </span>
              <Kbd aria-hidden>{index + 1}</Kbd>
            </UnstyledButton>
          )
        })}
      </div>
    </section>
  )
}
