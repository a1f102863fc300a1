import { Checkbox, Group, MultiSelect, NumberInput, Select, Text } from '@mantine/core'
import { type LadderEdit, nextRung, percentOf, type RungEdit } from '../../../../admin/rules/clocks.ts'
import { withOptional } from '../../../../admin/rules/with-optional.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { recipients } from '../../../../words.ts'
import { Rows } from '../rows.tsx'
import { SpanInput } from './span-input.tsx'

interface Props {
  name: string
  ladder: LadderEdit
  /** which of the two ladders of response clocks: its rungs need names of their own */
  named: boolean
  /** knows reports: reminders end with one */
  aboutReports: boolean
  onChange: (ladder: LadderEdit) => void
}

/** What happens at which part of a limit, and what is repeated after the last rung. */
export const LadderForm = ({ name, ladder, named, aboutReports, onChange }: Props) => {
  const { t } = useLanguage()
  return (
    <section className="ladder" aria-label={name}>
      <Rows
        label={name}
        {...(ladder.rungs.length === 0 && { hint: t.rules.noRungs })}
        add={t.rules.addRung}
        rows={ladder.rungs}
        fresh={nextRung(ladder, named)}
        onChange={rungs => onChange({ ...ladder, rungs })}
      >
        {(rung, change, nameOf) => (
          <RungFields rung={rung} aboutReports={aboutReports} nameOf={nameOf} onChange={change} />
        )}
      </Rows>
      {ladder.rungs.length > 0 && <Repeat ladder={ladder} onChange={onChange} />}
    </section>
  )
}

interface RungProps {
  rung: RungEdit
  aboutReports: boolean
  nameOf: (field: string) => string
  onChange: (rung: RungEdit) => void
}

const none = 'none'

const RungFields = ({ rung, aboutReports, nameOf, onChange }: RungProps) => {
  const { t } = useLanguage()
  return (
    <>
      <NumberInput
        aria-label={nameOf(t.rules.rungAt)}
        className="choice-percent"
        suffix=" %"
        step={5}
        min={5}
        max={1_000}
        allowDecimal={false}
        value={percentOf(rung.at)}
        onChange={percent => onChange({ ...rung, at: Number(percent) / 100 })}
      />
      <Recipients
        label={nameOf(t.rules.rungPing)}
        value={rung.ping ?? []}
        onChange={ping => onChange({ ...rung, ping })}
      />
      <Select
        aria-label={nameOf(t.rules.rungPhone)}
        className="choice-fact"
        allowDeselect={false}
        data={[
          { value: none, label: `${t.rules.rungPhone}: ${t.rules.noPhone}` },
          ...(['awaited', 'unanswered'] as const).map(value => ({
            value: value as string,
            label: `${t.rules.rungPhone} ${t.rules.phoneTasks[value]}`,
          })),
        ]}
        value={rung.phoneTask ?? none}
        onChange={task =>
          onChange(withOptional(rung, 'phoneTask', task === 'awaited' || task === 'unanswered' ? task : null))
        }
      />
      {aboutReports && (
        <Group gap="md" w="100%">
          <Checkbox
            size="xs"
            label={t.rules.unlessReported}
            checked={rung.unlessReported ?? false}
            onChange={event =>
              onChange(withOptional(rung, 'unlessReported', event.currentTarget.checked ? true : null))
            }
          />
          <Checkbox
            size="xs"
            label={t.rules.listed}
            checked={rung.listed ?? false}
            onChange={event => onChange(withOptional(rung, 'listed', event.currentTarget.checked ? true : null))}
          />
        </Group>
      )}
    </>
  )
}

/** Seconds between repetitions that a new one starts with. */
const usualRepeatSeconds = 300

const Repeat = ({ ladder, onChange }: Pick<Props, 'ladder' | 'onChange'>) => {
  const { t } = useLanguage()
  const { repeat } = ladder
  const fresh = { everySeconds: usualRepeatSeconds, ping: ['supervisorOnDuty'] }
  return (
    <div className="ladder-repeat">
      <Checkbox
        label={t.rules.repeat}
        checked={repeat !== undefined}
        onChange={event => onChange(withOptional(ladder, 'repeat', event.currentTarget.checked ? fresh : null))}
      />
      {repeat && (
        <div className="edit-fields">
          <SpanInput
            label={t.rules.repeatEvery}
            shown
            value={repeat.everySeconds}
            onChange={seconds => onChange({ ...ladder, repeat: { ...repeat, everySeconds: seconds ?? 0 } })}
          />
          <Recipients
            label={t.rules.repeatPing}
            shown
            value={repeat.ping}
            onChange={ping => onChange({ ...ladder, repeat: { ...repeat, ping } })}
          />
        </div>
      )}
      {!repeat && (
        <Text size="xs" c="dimmed">
          {t.rules.noRepeat}
        </Text>
      )}
    </div>
  )
}

interface RecipientsProps {
  /** spoken, or shown above */
  label: string
  shown?: boolean
  value: readonly string[]
  onChange: (recipients: string[]) => void
}

const Recipients = ({ label, shown = false, value, onChange }: RecipientsProps) => {
  const { t } = useLanguage()
  return (
    <MultiSelect
      {...(shown ? { label } : { 'aria-label': label })}
      className="choice-agencies"
      {...(value.length === 0 && { placeholder: `${t.rules.rungPing}: ${t.rules.nobody}` })}
      data={recipients.map(word => ({ value: word as string, label: t.rules.recipients[word] }))}
      value={[...value]}
      onChange={onChange}
    />
  )
}
