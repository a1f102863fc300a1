import { SegmentedControl } from '@mantine/core'
import { langs } from '../../lang/language.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

export const LanguageSwitch = () => {
  const { t, lang, setLang } = useLanguage()
  return (
    <SegmentedControl
      aria-label={t.language.label}
      size="xs"
      data={langs.map(value => ({ value, label: <span title={t.language[value]}>{value.toUpperCase()}</span> }))}
      value={lang}
      onChange={setLang}
    />
  )
}
