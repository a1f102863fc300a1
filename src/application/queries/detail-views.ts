import { assignmentOf } from '../../dispatch/incident/incident.ts'
import { nameOf } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps } from '../context.ts'
import type { DetailSeenView } from '../views/talk.ts'

/** More looks than this at one incident are not listed; the audit trail has them all. */
const mostViews = 500

/** Every "Lihat detail" of an incident, from the audit trail. */
export const createDetailViews =
  ({ stores }: ApplicationDeps) =>
  async (id: string): Promise<DetailSeenView[] | null> => {
    const loaded = await stores.incidents.load(id)
    if (!loaded) return null
    const seen = await stores.audit.of(id, 'detailSeen', mostViews)
    return seen.map(({ at, by, about = '' }) => ({
      at,
      by: nameOf(by),
      agency: assignmentOf(loaded.state, about)?.agency ?? '',
    }))
  }
