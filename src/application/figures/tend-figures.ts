import { overStatuses } from '../../dispatch/incident/incident.ts'
import type { DepsWithRules } from '../context.ts'
import type { KeepFigures } from './keep-figures.ts'

/** Raise it when the records hold more, or are reckoned otherwise: all of them are made anew then. */
const version = 2
/** Under which it is kept how far this came. */
export const figuresProgress = `figures:${version}`

/** Records made anew in one sweep: the next one goes on. */
const batch = 100

interface Progress {
  of: 'incidents' | 'calls' | 'done'
  after: string
}

/**
 * Makes the records of whatever was over before they were kept, a few at each sweep; how far it came is stored. Once
 * all are made it asks nothing of the store. Two processes that do it at once do it twice.
 */
export const createTendFigures = ({ stores }: Pick<DepsWithRules, 'stores'>, keep: KeepFigures) => {
  let done = false

  const some = async ({ of, after }: Progress): Promise<Progress> => {
    if (of === 'incidents') {
      const ids = await stores.incidents.idsIn(overStatuses, after, batch)
      for (const id of ids) await withState(stores.incidents, id, keep.incident)
      return ids.length < batch ? { of: 'calls', after: '' } : { of, after: ids.at(-1) ?? after }
    }
    const ids = await stores.calls.idsIn(['classified', 'resolved', 'ended'], after, batch)
    for (const id of ids) await withState(stores.calls, id, keep.call)
    return ids.length < batch ? { of: 'done', after: '' } : { of, after: ids.at(-1) ?? after }
  }

  return async (): Promise<void> => {
    if (done) return
    const before = (await stores.settings.get<Progress>(figuresProgress)) ?? { of: 'incidents', after: '' }
    let now = before
    for (let full = false; now.of !== 'done' && !full; ) {
      const next = await some(now)
      full = next.of === now.of
      now = next
    }
    if (now !== before) await stores.settings.put(figuresProgress, now)
    done = now.of === 'done'
  }
}

const withState = async <State>(
  store: { load(id: string): Promise<{ state: State } | null> },
  id: string,
  keep: (state: State) => Promise<void>,
): Promise<void> => {
  const loaded = await store.load(id)
  if (loaded) await keep(loaded.state)
}
