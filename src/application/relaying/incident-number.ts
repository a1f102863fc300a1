import type { Instant } from '../../dispatch/vocabulary.ts'
import type { CounterStore } from '../ports/records.ts'

/** For people: centre, date in the centre's time zone, running number of the day, e.g. SMG-261121-004. */
export const nextIncidentNumber = async (
  counters: CounterStore,
  centre: string,
  timeZone: string,
  at: Instant,
): Promise<string> => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: '2-digit', month: '2-digit', day: '2-digit' })
    .format(at)
    .replaceAll('-', '')
  const running = await counters.next(`incident:${centre}:${day}`)
  return `${centre}-${day}-${String(running).padStart(3, '0')}`
}
