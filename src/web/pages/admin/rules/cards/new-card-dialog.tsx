import { useState } from 'react'
import { FormDialog } from '../../../../components/common/form-dialog.tsx'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { CodeInput } from '../../shared/code-input.tsx'

interface Props {
  taken: readonly string[]
  onAdd: (code: string) => void
  onClose: () => void
}

/** A type's code is asked first: it stands in its address and never changes. */
export const NewCardDialog = ({ taken, onAdd, onClose }: Props) => {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const fits = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/.test(code)
  return (
    <FormDialog
      title={t.rules.addCard}
      busy={false}
      complete={fits && !taken.includes(code)}
      onSave={() => onAdd(code)}
      onClose={onClose}
    >
      <CodeInput
        hint={t.rules.addCardHint}
        longest={20}
        error={taken.includes(code) && t.rules.codeTaken}
        value={code}
        onChange={setCode}
      />
    </FormDialog>
  )
}
