import { type Copy, copiesOf } from '../evidence/copies.ts'
import type { AskedAlert, Evidence } from '../evidence/evidence.ts'
import type { Outage } from '../system/outages.ts'
import type { Violation } from './violation.ts'

const law = 'order per chat'

type Seen = Pick<Evidence, 'alerts' | 'shown' | 'outages'>

/**
 * A group reads of an incident first by its alert. Alerts of several incidents come in the order in which they were
 * asked for, unless something was away between the asking and the showing: what could not be sent lets others pass.
 */
export const orderPerChat = (evidence: Seen): Violation[] => {
  const copies = copiesOf(evidence.shown)
  const firsts = evidence.alerts.flatMap(alert => {
    const copy = copies.find(({ chat, number }) => chat === alert.chat && number === alert.number)
    return copy ? [{ alert, copy }] : []
  })
  return [...firsts.flatMap(first => earlierWord(first, evidence)), ...overtaken(firsts, evidence.outages)]
}

interface First {
  alert: AskedAlert
  copy: Copy
}

const earlierWord = ({ alert, copy }: First, { shown }: Seen): Violation[] => {
  const early = shown.slice(0, copy.place).find(({ chat, text }) => chat === alert.chat && text.includes(alert.number))
  if (!early) return []
  const what = `"${early.text.split('\n').slice(0, 3).join(' / ')}" came before the alert`
  return [{ law, number: alert.number, chat: alert.chat, times: [early.at, copy.at], what }]
}

const overtaken = (firsts: readonly First[], outages: readonly Outage[]): Violation[] =>
  firsts.flatMap(later =>
    firsts
      .filter(
        ({ alert, copy }) =>
          alert.chat === later.alert.chat &&
          alert.answeredAt < later.alert.askedAt &&
          copy.place > later.copy.place &&
          calm(outages, alert.askedAt, copy.at),
      )
      .map(({ alert, copy }) => ({
        law,
        number: alert.number,
        chat: alert.chat,
        times: [alert.askedAt, later.copy.at, copy.at],
        what: `it was asked for before ${later.alert.number} and shown after it, although nothing was away`,
      })),
  )

const calm = (outages: readonly Outage[], from: number, to: number): boolean =>
  !outages.some(outage => outage.from < to && (outage.to ?? Number.POSITIVE_INFINITY) > from)
