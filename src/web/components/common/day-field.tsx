import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLanguage } from '../../lang/language-provider.tsx'
import { parseDay, sayDay } from '../../time/day.ts'

interface Props {
  label: string
  size?: 'xs' | 'sm'
  /** YYYY-MM-DD; empty: none */
  value: string
  onChange: (day: string) => void
}

/**
 * A day, typed or picked. The browser's own field writes dates as its user interface does, which in a control room need
 * be neither of our languages: ours shows them, the browser's only lends its calendar.
 */
export const DayField = ({ label, size = 'sm', value, onChange }: Props) => {
  const { t } = useLanguage()
  const calendar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  // what was typed gives way to a day that came from elsewhere
  const text = typed !== null && (parseDay(typed) ?? '') === value ? typed : sayDay(value)
  const wrong = text.trim() !== '' && parseDay(text) === null
  return (
    <TextInput
      label={label}
      size={size}
      w={size === 'xs' ? 140 : 160}
      className="day-field"
      autoComplete="off"
      maxLength={10}
      placeholder={t.common.dayPattern}
      error={wrong && left && t.common.dayWrong}
      value={text}
      onChange={event => {
        setTyped(event.currentTarget.value)
        onChange(parseDay(event.currentTarget.value) ?? '')
      }}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true)
        if (!wrong) setTyped(null)
      }}
      rightSection={
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={size}
            aria-label={t.common.pickDay(label)}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={16} aria-hidden />
          </ActionIcon>
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden
            value={value}
            onChange={event => onChange(event.currentTarget.value)}
          />
        </>
      }
    />
  )
}
