import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { WebTexts } from '../../i18n/web-id.ts'
import { catalogues, type Lang, rememberedLang, rememberLang, type Sentences } from './language.ts'

interface Language {
  lang: Lang
  /** every word of this page */
  t: WebTexts
  /** the sentence of a pair that the server sent */
  pick: (sentences: Sentences) => string
  setLang: (lang: Lang) => void
}

const LanguageContext = createContext<Language | null>(null)

export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [lang, setLang] = useState(rememberedLang)

  useEffect(() => {
    rememberLang(lang)
    document.documentElement.lang = lang
  }, [lang])

  const language = useMemo<Language>(
    () => ({ lang, t: catalogues[lang], pick: sentences => sentences[lang], setLang }),
    [lang],
  )
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export const useLanguage = (): Language => {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('LanguageProvider is missing')
  return language
}
