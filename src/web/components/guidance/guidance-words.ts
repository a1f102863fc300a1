import { guidanceEn } from '../../../i18n/console/guidance-en.ts'
import { type Guidance, type GuidanceCode, guidanceId } from '../../../i18n/console/guidance-id.ts'
import type { Lang } from '../../lang/language.ts'

const words: Record<Lang, Readonly<Record<GuidanceCode, Guidance>>> = { id: guidanceId, en: guidanceEn }

const isKnown = (type: string): type is GuidanceCode => Object.hasOwn(guidanceId, type)

/** What to ask and to advise about a type; what fits everything where the centre made the type itself. */
export const guidanceOf = (type: string, lang: Lang): Guidance => words[lang][isKnown(type) ? type : 'other']
