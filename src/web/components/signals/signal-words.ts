import type { WebTexts } from '../../../i18n/web-id.ts'
import type { Sentences } from '../../lang/language.ts'
import type { Signal } from '../../signals/signals-for.ts'

/** What a signal is about: nothing of the caller, nothing of the place. */
export const signalWords = ({ about }: Signal, t: WebTexts, pick: (sentences: Sentences) => string): string => {
  const kinds: Readonly<Record<string, string>> = t.attention.kinds
  const causes: Readonly<Record<string, string>> = t.phoneTask.causes
  const words = {
    handOff: () => t.signals.handOff,
    attention: () => kinds[about.what] ?? t.attention.title,
    phoneTask: () => `${t.signals.phone}: ${causes[about.what] ?? ''}`,
    escalation: () => `${t.signals.escalation}: ${about.name ? pick(about.name) : about.what}`,
  }[about.kind]()
  return about.agency === null ? words : `${about.agency} · ${words}`
}
