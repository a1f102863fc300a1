import type { IncidentSummary } from '../../admin-api/contract/index.ts'

/** Something that somebody is to be called to, as it concerns one user. */
export interface Signal {
  /** the same for as long as it is the same matter */
  id: string
  incident: IncidentSummary
  about: IncidentSummary['signals'][number]
  /** rings until it is seen; else one soft tone */
  urgent: boolean
}

interface Listener {
  user: string
  /** takes hand-offs over */
  owns: boolean
  supervises: boolean
}

/**
 * What of the board calls this user, urgent before routine, the oldest first. Calls for help and phone tasks call the
 * whole room, but hurry only whoever has the incident, everybody where nobody has it, and supervisors; limits that
 * passed call those alone; a hand-off calls who may take it.
 */
export const signalsFor = (board: readonly IncidentSummary[], { user, owns, supervises }: Listener): Signal[] =>
  board
    .flatMap(incident => {
      const theirs = supervises || incident.owner === null || incident.owner.id === user
      return incident.signals
        .filter(({ kind }) => (kind === 'handOff' ? owns : kind !== 'escalation' || theirs))
        .map(about => ({
          id: `${incident.id} ${about.key}`,
          incident,
          about,
          urgent: about.urgent && (theirs || about.kind === 'handOff'),
        }))
    })
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.about.at - b.about.at)

export type Tone = 'urgent' | 'routine'

/** What sounds when these signals wait unseen, of which some have sounded before. */
export const toneOf = (unseen: readonly Signal[], sounded: ReadonlySet<string>): Tone | null => {
  const fresh = unseen.filter(({ id }) => !sounded.has(id))
  if (fresh.length === 0) return null
  return fresh.some(({ urgent }) => urgent) ? 'urgent' : 'routine'
}
