import { webEn } from '../../i18n/web-en.ts'
import { type WebTexts, webId } from '../../i18n/web-id.ts'

export const langs = ['id', 'en'] as const
export type Lang = (typeof langs)[number]

/** A sentence that comes from the server in both languages. */
export type Sentences = Record<Lang, string>

export const catalogues: Record<Lang, WebTexts> = { id: webId, en: webEn }

const storageKey = 'tanggap.lang'

/** Indonesian unless this browser was switched. */
export const rememberedLang = (): Lang => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'id')

export const rememberLang = (lang: Lang): void => localStorage.setItem(storageKey, lang)
