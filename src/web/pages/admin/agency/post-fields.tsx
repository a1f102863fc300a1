import { TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PostView } from '../../../../admin-api/contract/index.ts'
import { type AnswerSeconds, typedSeconds } from '../../../admin/answer-seconds.ts'
import { parsePoint } from '../../../intake/parse-point.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { AnswerTimes } from '../shared/answer-times.tsx'
import { PhoneList } from '../shared/phone-list.tsx'

export const postFieldsOf = ({ name, area, point, dutyPhones, answerSeconds, active }: Omit<PostView, 'code'>) => ({
  name,
  area,
  point,
  dutyPhones,
  answerSeconds: typedSeconds(answerSeconds),
  active,
})
export type PostFieldValues = ReturnType<typeof postFieldsOf>

interface Props {
  fields: PostFieldValues
  set: (given: Partial<PostFieldValues>) => void
  standard: AnswerSeconds
}

/** Name, areas, place, numbers and times of a post. */
export const PostFields = ({ fields, set, standard }: Props) => {
  const { t } = useLanguage()
  const words = t.agencyAdmin.posts
  const { area } = fields
  return (
    <>
      <TextInput
        label={t.common.name}
        maxLength={200}
        autoComplete="off"
        value={fields.name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <TagsInput
        label={words.kelurahan}
        description={words.areaHint}
        maxTags={200}
        clearable={false}
        acceptValueOnBlur
        splitChars={[',', ';', '\n']}
        value={area.kelurahan}
        onChange={kelurahan => set({ area: { ...area, kelurahan } })}
      />
      <TagsInput
        label={words.kecamatan}
        maxTags={200}
        clearable={false}
        acceptValueOnBlur
        splitChars={[',', ';', '\n']}
        value={area.kecamatan}
        onChange={kecamatan => set({ area: { ...area, kecamatan } })}
      />
      <PostPoint value={fields.point} onChange={point => set({ point })} />
      <PhoneList
        label={t.admin.agency.dutyPhone}
        hint={words.numbersHint}
        value={fields.dutyPhones}
        onChange={dutyPhones => set({ dutyPhones })}
      />
      <AnswerTimes
        hint={words.timesHint}
        value={fields.answerSeconds}
        standard={standard}
        onChange={answerSeconds => set({ answerSeconds })}
      />
    </>
  )
}

interface PointProps {
  value: PostView['point']
  onChange: (point: PostView['point']) => void
}

/** Pasted as on the call desk: two numbers or a long map link; empty takes the point away. */
const PostPoint = ({ value, onChange }: PointProps) => {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = typed === null ? null : parsePoint(typed)
  const wrong = parsed && !parsed.ok && parsed.problem !== 'empty' ? parsed.problem : null
  return (
    <TextInput
      label={t.intake.fields.point}
      description={t.agencyAdmin.posts.pointHint}
      placeholder={t.intake.placeholders.point}
      autoComplete="off"
      error={wrong && t.intake.pointProblems[wrong]}
      value={typed ?? (value ? `${value.lat}, ${value.lng}` : '')}
      onChange={event => {
        const text = event.currentTarget.value
        setTyped(text)
        const point = parsePoint(text)
        if (point.ok) onChange({ lat: point.lat, lng: point.lng })
        else if (point.problem === 'empty') onChange(null)
      }}
    />
  )
}
