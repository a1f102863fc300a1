import { createHash } from 'node:crypto'
import type { Outcome, Sender } from '../application.ts'
import type { ServiceClock } from '../ports/clocks.ts'
import type { Edition, EditionStore } from '../ports/editions.ts'

/** Makes these a centre's present ones, unless another import came first; the same import sent again changes nothing. */
export const importEdition = async <Item>(
  { store, serviceClock }: { store: EditionStore<Item>; serviceClock: ServiceClock },
  from: Sender,
  centre: string,
  { items, basedOn }: { items: readonly Item[]; basedOn: number },
): Promise<Outcome<Edition>> => {
  const load = createHash('sha256').update(from.commandId).digest('base64url').slice(0, 22)
  const made: Edition = {
    ...{ centre, edition: basedOn + 1, load, count: items.length },
    ...{ at: serviceClock.now(), by: from.by, approximate: false },
  }
  if (await store.replace(made, items)) return { ok: true, value: made }
  const present = (await store.current(centre))?.edition
  if (present?.load === load) return { ok: true, value: present }
  return { ok: false, refusal: { code: 'changedMeanwhile', params: {} } }
}
