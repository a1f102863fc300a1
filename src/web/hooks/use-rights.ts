import { useSigned } from './use-centre.tsx'

export interface PageRights {
  /** takes calls, fills intakes, records for agencies */
  works: boolean
  /** dispatches, judges reports, closes: the operator only where operators own their incidents */
  owns: boolean
  /** silences pings with "Saya tangani" */
  supervises: boolean
  /** puts people on the duty list */
  keepsDutyList: boolean
  /** figures of the centre and its agencies */
  seesFigures: boolean
}

/** What this user is offered here. The server decides; the page only leaves out what would be refused anyway. */
export const useRights = (): PageRights => {
  const { session, centre } = useSigned()
  const { role } = session.user
  const works = role !== 'administrator'
  return {
    works,
    owns: works && (role !== 'operator' || centre.handling === 'operator-owns'),
    supervises: role === 'supervisor',
    keepsDutyList: role === 'supervisor' || role === 'administrator',
    seesFigures: role !== 'operator',
  }
}
