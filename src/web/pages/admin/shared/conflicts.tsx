import { Alert, Button, Group, Text } from '@mantine/core'
import type { Conflict } from '../../../admin/rebase.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

interface Props {
  conflicts: readonly Conflict[]
  /** the part and its value in words */
  nameOf: (name: string) => string
  say: (name: string, value: unknown) => string
  onSettle: (name: string, value: unknown) => void
}

/** What two people changed at once: both values, and a choice. Nothing is sent before each is settled. */
export const Conflicts = ({ conflicts, nameOf, say, onSettle }: Props) => {
  const { t } = useLanguage()
  if (conflicts.length === 0) return null
  return (
    <Alert color="orange" role="alert" title={t.meanwhile.title}>
      <Text size="sm">{t.meanwhile.hint}</Text>
      <dl className="conflicts">
        {conflicts.map(({ name, mine, now }) => (
          <div key={name}>
            <dt>{nameOf(name)}</dt>
            <dd>
              {t.meanwhile.mine}: <strong>{say(name, mine)}</strong>
            </dd>
            <dd>
              {t.meanwhile.now}: <strong>{say(name, now)}</strong>
            </dd>
            <dd>
              <Group gap="xs" mt={4}>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t.meanwhile.keepMine}: ${nameOf(name)}`}
                  onClick={() => onSettle(name, mine)}
                >
                  {t.meanwhile.keepMine}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t.meanwhile.takeNow}: ${nameOf(name)}`}
                  onClick={() => onSettle(name, now)}
                >
                  {t.meanwhile.takeNow}
                </Button>
              </Group>
            </dd>
          </div>
        ))}
      </dl>
    </Alert>
  )
}
