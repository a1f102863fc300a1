import { useState } from 'react'
import type { PostView } from '../../../../admin-api/contract/index.ts'
import { type AnswerSeconds, answerSecondsOf } from '../../../admin/answer-seconds.ts'
import { adminApi } from '../../../api/admin.ts'
import { FormDialog } from '../../../components/common/form-dialog.tsx'
import { useSigned } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { CodeInput, isDirectoryCode } from '../shared/code-input.tsx'
import { EditDialog } from '../shared/edit-dialog.tsx'
import { useSharedForm } from '../shared/use-shared-form.ts'
import { useAdminCommand } from '../use-admin.ts'
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
      complete={isDirectoryCode(code) && fields.name.trim() !== ''}
      onSave={() => save.send()}
      onClose={onClose}
    >
      <CodeInput hint={t.agencyAdmin.posts.codeHint} longest={40} value={code} onChange={setCode} />
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
  return (
    <EditDialog
      name={`${post.agency} / ${post.code}`}
      size="lg"
      form={form}
      complete={form.fields.name.trim() !== ''}
      activeHint={t.agencyAdmin.posts.activeHint}
      onClose={onClose}
    >
      <PostFields fields={form.fields} set={form.set} standard={standard} />
    </EditDialog>
  )
}
