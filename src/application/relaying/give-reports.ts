import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { Outcome, Sender } from '../application.ts'
import type { Dispatcher } from '../context.ts'
import type { ApplicationStores } from '../ports/stores.ts'

type Adding = Extract<IncidentCommand, { type: 'AddFurtherReports' }>

/** What goes from one incident to another, each a document of its own; all of it is harmless when done twice. */
export const createGiveReports = (
  { incidents }: Pick<ApplicationStores, 'incidents'>,
  dispatcher: () => Dispatcher,
) => {
  const mergedInto = async (id: string): Promise<string | null> => {
    const phase = (await incidents.load(id))?.state.phase
    return phase?.status === 'merged' ? phase.into : null
  }

  /** The incidents from this one on along their merges, the last one still standing; a circle stops where it closes. */
  const chainFrom = async (id: string): Promise<{ ids: string[]; circle: boolean }> => {
    const ids = [id]
    for (let next = await mergedInto(id); next !== null; next = await mergedInto(next)) {
      if (ids.includes(next)) return { ids, circle: true }
      ids.push(next)
    }
    return { ids, circle: false }
  }

  /**
   * Gives reports to an incident, or to the one that it was merged into meanwhile. False when neither takes them: it is
   * over, or two incidents were merged into each other at the same moment.
   */
  const give = async (into: string, command: Adding, from: Sender): Promise<boolean> => {
    const { ids, circle } = await chainFrom(into)
    const last = ids.at(-1) ?? into
    if (circle) return false
    const outcome = await dispatcher().incident(last, command, from)
    if (outcome.ok) return true
    throwUnlessFinal(outcome)
    // merged while we asked: the one behind it is next
    return (await mergedInto(last)) === null ? false : give(last, command, from)
  }

  /** Takes out what a move brought, wherever it went from there. */
  const letGo = async (into: string, move: string, from: Sender): Promise<void> => {
    for (const id of (await chainFrom(into)).ids) {
      throwUnlessFinal(await dispatcher().incident(id, { type: 'DropFurtherReports', move }, from))
    }
  }

  return { give, letGo }
}

/** What may be accepted a moment later stays to be done. */
export const throwUnlessFinal = (outcome: Outcome<unknown>): void => {
  if (!outcome.ok && outcome.refusal.code === 'tryAgain') throw new Error('too many rivals at one aggregate')
}
