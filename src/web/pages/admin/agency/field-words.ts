import { useLanguage } from '../../../lang/language-provider.tsx'

/** Fields of centres, agencies, posts, users and information entries, and their values, in words. */
export const useFieldWords = () => {
  const { t } = useLanguage()
  const names = { ...t.trail.fields, ...t.agencyAdmin.fields }
  const say = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t.agencyAdmin.empty
    if (typeof value === 'boolean') return value ? t.common.yes : t.common.no
    if (Array.isArray(value)) return value.map(say).join(', ') || t.agencyAdmin.empty
    if (typeof value !== 'object') return String(value)
    return Object.entries(value)
      .map(([part, one]) => `${names[part] ?? part}: ${say(one)}`)
      .join('; ')
  }
  return {
    nameOf: (name: string): string => names[name] ?? name,
    say: (_: string, value: unknown): string => say(value),
  }
}
