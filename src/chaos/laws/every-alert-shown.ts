import { copiesOf } from '../evidence/copies.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Violation } from './violation.ts'

/** Every alert that the app said yes to stands in its group: the law above all others. */
export const everyAlertShown = ({ alerts, shown }: Pick<Evidence, 'alerts' | 'shown'>): Violation[] => {
  const copies = copiesOf(shown)
  return alerts
    .filter(alert => !copies.some(copy => copy.chat === alert.chat && copy.number === alert.number))
    .map(({ number, chat, agency, askedAt }) => ({
      law: 'every alert is shown',
      number,
      chat,
      times: [askedAt],
      what: `the alert for ${agency} was never shown`,
    }))
}
