import { MultiSelect, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ClockEdit } from '../../../../admin/rules/clocks.ts'
import { marksFor } from '../../../../admin/rules/marks.ts'
import { FormDialog } from '../../../../components/common/form-dialog.tsx'
import { langs } from '../../../../lang/language.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'

interface Props {
  clock: ClockEdit
  onTake: (clock: ClockEdit) => void
  onClose: () => void
}

/** What a time limit is called, and from where to where it runs. It only changes the draft. */
export const ClockDialog = ({ clock, onTake, onClose }: Props) => {
  const { t } = useLanguage()
  const [{ name, start, stop }, setFields] = useState(clock)
  const set = (given: Partial<ClockEdit>) => setFields(before => ({ ...before, ...given }))
  const moments = marksFor(clock.scope).map(mark => ({ value: mark, label: t.rules.marks[mark] ?? mark }))
  const startIsStop = stop.includes(start)
  return (
    <FormDialog
      title={t.rules.editClock(clock.id)}
      action={t.rules.intoDraft}
      busy={false}
      complete={name.id.trim() !== '' && name.en.trim() !== '' && stop.length > 0 && !startIsStop}
      onSave={() => {
        onTake({ ...clock, name, start, stop })
        onClose()
      }}
      onClose={onClose}
    >
      {langs.map(lang => (
        <TextInput
          key={lang}
          label={lang === 'id' ? t.rules.nameId : t.rules.nameEn}
          maxLength={200}
          autoComplete="off"
          value={name[lang]}
          onChange={event => set({ name: { ...name, [lang]: event.currentTarget.value } })}
        />
      ))}
      <Select
        label={t.rules.startsAt}
        allowDeselect={false}
        data={moments}
        value={start}
        onChange={mark => mark !== null && set({ start: mark })}
      />
      <MultiSelect
        label={t.rules.stopsAt}
        description={t.rules.stopsAtHint}
        error={startIsStop && t.rules.startIsStop}
        data={moments}
        value={stop}
        onChange={marks => set({ stop: marks })}
      />
      <Text size="xs" c="dimmed">
        {t.rules.clockKept}
      </Text>
    </FormDialog>
  )
}
