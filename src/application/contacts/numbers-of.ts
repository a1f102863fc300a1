import { assignmentOf } from '../../dispatch/incident/incident.ts'
import type { ApplicationDeps } from '../context.ts'
import { phoneNumbers } from './phone-numbers.ts'

/** The numbers of a phone task as the directory has them now; empty when it, or its incident, is unknown. */
export const numbersOf = async (
  { stores }: Pick<ApplicationDeps, 'stores'>,
  incident: string,
  task: string,
): Promise<string[]> => {
  const state = (await stores.incidents.load(incident))?.state
  const id = state?.phoneTasks.find(candidate => candidate.id === task)?.assignment
  const assignment = state && id !== undefined ? assignmentOf(state, id) : undefined
  if (!state || !assignment) return []
  const { agency, post } = assignment
  const [known, knownPost] = await Promise.all([
    stores.directory.agency(state.centre, agency),
    post === undefined ? null : stores.directory.post(state.centre, agency, post),
  ])
  return phoneNumbers(known, knownPost)
}
