import type { Rest } from '../come-to-rest.ts'
import type { Victim } from '../faults/fault.ts'
import type { TelegramPhones } from '../load/phones/telegram-phones.ts'
import type { WhatsAppPhones } from '../load/phones/whatsapp-phones.ts'
import { centre } from '../plan/plan-calls.ts'
import type { AskedAlert, Evidence } from './evidence.ts'
import { together } from './journal.ts'
import { clockDeadlines, contactDeadlines, readRecord, type TimedRecord } from './read-record.ts'
import { readTelegramJournal } from './read-telegram-journal.ts'
import { readWhatsAppJournal } from './read-whatsapp-journal.ts'

/** Reads what the run left behind: what the groups saw, and how the app has it. */
export const gather = async (
  { operator, time, outages, starvation }: Pick<Victim, 'operator' | 'time' | 'outages' | 'starvation'>,
  alerts: readonly AskedAlert[],
  { telegram, whatsapp }: { telegram: TelegramPhones; whatsapp: WhatsAppPhones },
  rest: Rest,
): Promise<Evidence> => {
  const machineAt = (service: number): number => time.machineAt(service)
  const records: TimedRecord[] = []
  for (const incident of new Set(alerts.map(alert => alert.incident))) {
    records.push(await operator.get<TimedRecord>(`/api/centres/${centre}/incidents/${incident}`))
  }
  await Promise.all([telegram.watch.end(), whatsapp.watch.end()])
  return {
    alerts,
    ...together([
      readTelegramJournal(telegram.watch.entries, telegram.labelOf, machineAt),
      readWhatsAppJournal(whatsapp.watch.entries, whatsapp.labelOf, machineAt),
    ]),
    deadlines: records.flatMap(record => [
      ...clockDeadlines(record, machineAt),
      ...contactDeadlines(record, machineAt),
    ]),
    records: records.map(record => readRecord(record, machineAt)),
    outages: outages.list,
    starved: starvation.list,
    judgedAt: rest.at,
    rested: rest.waiting === null,
  }
}
