import type { Lang } from '../../lang/language.ts'

/** Seconds with one decimal below ten, whole above: 4,2 and 31. */
export const secondsText = (seconds: number, lang: Lang): string =>
  seconds.toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: seconds < 10 ? 1 : 0 })
