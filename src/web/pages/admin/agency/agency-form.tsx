import { Button, Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core'
import type { AgencyView } from '../../../../admin-api/contract/index.ts'
import { type AnswerSeconds, answerSecondsOf, typedSeconds } from '../../../admin/answer-seconds.ts'
import { adminApi } from '../../../api/admin.ts'
import { useSigned } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { AnswerTimes } from '../shared/answer-times.tsx'
import { Conflicts } from '../shared/conflicts.tsx'
import { PhoneList } from '../shared/phone-list.tsx'
import { useSharedForm } from '../shared/use-shared-form.ts'
import { useFieldWords } from './field-words.ts'

const fieldsOf = ({ name, transports, dutyPhones, commanderPhone, answerSeconds, active }: AgencyView) => ({
  name,
  transports,
  dutyPhones,
  commanderPhone,
  answerSeconds: typedSeconds(answerSeconds),
  active,
})
type Fields = ReturnType<typeof fieldsOf>

/** What is known of an agency: name, numbers, times. */
export const AgencyForm = ({ agency, standard }: { agency: AgencyView; standard: AnswerSeconds }) => {
  const { t } = useLanguage()
  const { nameOf, say } = useFieldWords()
  const here = useSigned().centre.code
  const sent = ({ answerSeconds, ...rest }: Partial<Fields>) => ({
    ...rest,
    ...(answerSeconds && { answerSeconds: answerSecondsOf(answerSeconds, standard) }),
  })
  const form = useSharedForm({
    stored: agency,
    fieldsOf,
    send: ({ was, to }, key, centre) =>
      adminApi.changeAgency(centre, agency.code, { ...sent(to), was: sent(was) }, key),
    reload: async () => (await adminApi.agencies(here)).agencies.find(({ code }) => code === agency.code) ?? agency,
    said: t.agencyAdmin.saved,
  })
  const { fields, set } = form
  const complete = fields.name.trim() !== '' && form.conflicts.length === 0
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (form.changed && complete) form.save()
      }}
    >
      <Stack>
        <Conflicts conflicts={form.conflicts} nameOf={nameOf} say={say} onSettle={form.settle} />
        <TextInput
          label={t.common.name}
          maxLength={200}
          autoComplete="off"
          value={fields.name}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <Checkbox
          label={t.admin.agency.transports}
          checked={fields.transports}
          onChange={event => set({ transports: event.currentTarget.checked })}
        />
        <PhoneList
          label={t.admin.agency.dutyPhone}
          hint={t.agencyAdmin.phones.hint}
          value={fields.dutyPhones}
          onChange={dutyPhones => set({ dutyPhones })}
        />
        <TextInput
          label={t.agencyAdmin.commander}
          description={t.agencyAdmin.commanderHint}
          inputMode="tel"
          autoComplete="off"
          maxLength={40}
          placeholder="+62 …"
          value={fields.commanderPhone ?? ''}
          onChange={event => set({ commanderPhone: event.currentTarget.value || null })}
        />
        <AnswerTimes
          hint={t.agencyAdmin.times.hint}
          value={fields.answerSeconds}
          standard={standard}
          onChange={answerSeconds => set({ answerSeconds })}
        />
        <Switch
          label={t.common.active}
          description={t.agencyAdmin.activeHint}
          checked={fields.active}
          onChange={event => set({ active: event.currentTarget.checked })}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={!form.changed} onClick={form.reset}>
            {t.agencyAdmin.reset}
          </Button>
          <Button type="submit" loading={form.busy} disabled={!form.changed || !complete}>
            {t.common.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
