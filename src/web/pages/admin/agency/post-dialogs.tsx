import { Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PostView } from '../../../../admin-api/contract/index.ts'
import { type AnswerSeconds, answerSecondsOf } from '../../../admin/answer-seconds.ts'
import { adminApi } from '../../../api/admin.ts'
import { useSigned } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { Conflicts } from '../shared/conflicts.tsx'
import { useSharedForm } from '../shared/use-shared-form.ts'
import { useAdminCommand } from '../use-admin.ts'
import { useFieldWords } from './field-words.ts'
import { PostFields, type PostFieldValues, postFieldsOf } from './post-fields.tsx'

const sentOf = (standard: AnswerSeconds) => {
  return ({ answerSeconds, ...rest }: Partial<PostFieldValues>) => ({
    ...rest,
    ...(answerSeconds && { answerSeconds: answerSecondsOf(answerSeconds, standard) }),
  })
}

const blank = postFieldsOf({
  centre: '',
  agency: '',
  name: '',
  area: { kelurahan: [], kecamatan: [] },
  point: null,
  dutyPhones: [],
  answerSeconds: null,
  active: true,
})

interface NewProps {
  agency: string
  standard: AnswerSeconds
  onClose: () => void
}

export const NewPostDialog = ({ agency, standard, onClose }: NewProps) => {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const [fields, setFields] = useState(blank)
  const save = useAdminCommand((_: undefined, key, centre) => {
    const { active: _active, answerSeconds, ...rest } = fields
    const times = answerSecondsOf(answerSeconds, standard)
    return adminApi.addPost(centre, agency, { ...rest, code, answerSeconds: times }, key)
  }, onClose)
  return (
    <FormDialog
      title={t.agencyAdmin.posts.addTo(agency)}
      size="lg"
      busy={save.busy}
      complete={/^[A-Z][A-Z0-9_-]+$/.test(code) && fields.name.trim() !== ''}
      onSave={() => save.send()}
      onClose={onClose}
    >
      <TextInput
        label={t.common.code}
        description={t.agencyAdmin.posts.codeHint}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        value={code}
        onChange={event => setCode(event.currentTarget.value.toUpperCase())}
      />
      <PostFields fields={fields} set={given => setFields({ ...fields, ...given })} standard={standard} />
    </FormDialog>
  )
}

interface Props {
  post: PostView
  standard: AnswerSeconds
  onClose: () => void
}

export const PostDialog = ({ post, standard, onClose }: Props) => {
  const { t } = useLanguage()
  const { nameOf, say } = useFieldWords()
  const here = useSigned().centre.code
  const sent = sentOf(standard)
  const form = useSharedForm({
    stored: post,
    fieldsOf: postFieldsOf,
    send: ({ was, to }, key, centre) =>
      adminApi.changePost(centre, post.agency, post.code, { ...sent(to), was: sent(was) }, key),
    reload: async () => (await adminApi.posts(here, post.agency)).find(({ code }) => code === post.code) ?? post,
    onDone: onClose,
  })
  const { fields, set } = form
  return (
    <FormDialog
      title={t.admin.pairing.editOf(`${post.agency} / ${post.code}`)}
      size="lg"
      busy={form.busy}
      complete={form.changed && fields.name.trim() !== '' && form.conflicts.length === 0}
      onSave={form.save}
      onClose={onClose}
    >
      <Conflicts conflicts={form.conflicts} nameOf={nameOf} say={say} onSettle={form.settle} />
      <PostFields fields={fields} set={set} standard={standard} />
      <Switch
        label={t.common.active}
        description={t.agencyAdmin.posts.activeHint}
        checked={fields.active}
        onChange={event => set({ active: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}
