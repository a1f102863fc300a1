import { helpKey, isHelp, pendingHelp } from '../../dispatch/clocks/help.ts'
import type { AttentionItem, Incident } from '../../dispatch/incident/incident.ts'
import { type Instant, nameOf } from '../../dispatch/vocabulary.ts'
import type { AttentionItemView, TakenView } from '../views.ts'

/** An attention item as the desk sees it: what it climbs to, and who has taken it. */
export const attentionView = (incident: Incident, item: AttentionItem, now: Instant): AttentionItemView => {
  const { id, kind, at, assignment, doneAt, doneBy } = item
  const key = helpKey(id)
  const open = doneAt === undefined
  const next = open && isHelp(kind) ? pendingHelp(incident, now).find(pending => pending.item.id === id) : undefined
  const taken = takenView(incident, key)
  return {
    id,
    kind,
    at,
    ...(assignment === undefined ? {} : { assignment }),
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(doneBy === undefined ? {} : { doneBy: nameOf(doneBy) }),
    clock: isHelp(kind) ? key : null,
    climbsAt: next?.dueAt ?? null,
    ...(taken && { taken }),
  }
}

/** Who pressed "Saya tangani" last, and until when it is silent. */
export const takenView = (
  { takenBy, silencedUntil }: Pick<Incident, 'takenBy' | 'silencedUntil'>,
  key: string,
): TakenView | undefined => {
  const taken = takenBy[key]
  return taken && { by: nameOf(taken.by), at: taken.at, until: silencedUntil[key] ?? taken.at }
}
