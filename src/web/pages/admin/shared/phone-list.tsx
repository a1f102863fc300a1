import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { moved } from '../../../admin/move.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

/** More numbers than this nobody dials. */
const most = 10

interface Props {
  label: string
  hint: string
  value: readonly string[]
  onChange: (numbers: string[]) => void
}

/** Numbers in the order in which they are tried; buttons or Alt with an arrow key move one. */
export const PhoneList = ({ label, hint, value, onChange }: Props) => {
  const { t } = useLanguage()
  const words = t.agencyAdmin.phones
  const change = (index: number, number: string) => onChange(value.map((one, at) => (at === index ? number : one)))
  return (
    <fieldset className="plain-fieldset">
      <legend>{label}</legend>
      <Text size="xs" c="dimmed">
        {hint}
      </Text>
      <Stack gap={6} mt={6}>
        {value.map((number, index) => {
          const place = index + 1
          return (
            // a number's place is all that tells it from the others while it is typed
            <Group key={`number ${place.toString()}`} gap={6} wrap="nowrap">
              <TextInput
                aria-label={words.number(place)}
                leftSection={
                  <Text size="sm" c="dimmed">
                    {place}
                  </Text>
                }
                flex={1}
                inputMode="tel"
                autoComplete="off"
                maxLength={40}
                placeholder="+62 …"
                value={number}
                onChange={event => change(index, event.currentTarget.value)}
                onKeyDown={event => {
                  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                  event.preventDefault()
                  onChange(moved(value, index, event.key === 'ArrowUp' ? -1 : 1))
                }}
              />
              <ActionIcon
                variant="default"
                size="input-sm"
                aria-label={words.up(place)}
                disabled={index === 0}
                onClick={() => onChange(moved(value, index, -1))}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="input-sm"
                aria-label={words.down(place)}
                disabled={place === value.length}
                onClick={() => onChange(moved(value, index, 1))}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="red"
                size="input-sm"
                aria-label={words.remove(place)}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          )
        })}
        <div>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={value.length >= most}
            onClick={() => onChange([...value, ''])}
          >
            {words.add}
          </Button>
        </div>
      </Stack>
    </fieldset>
  )
}
