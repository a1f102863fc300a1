import type { Incident } from '../../dispatch/incident/incident.ts'
import type { Agency, Post } from '../ports/administration.ts'
import { phoneNumbers } from './phone-numbers.ts'

/** Who was sent, and at which numbers each can be phoned, by assignment. */
export const addresseesOf = (
  { assignments }: Pick<Incident, 'assignments'>,
  agencies: readonly Agency[],
  posts: readonly Post[],
): { postNames: Map<string, string>; phones: Map<string, string[]> } => {
  const found = assignments.map(({ id, agency, post }) => ({
    id,
    agency: agencies.find(({ code }) => code === agency),
    code: post,
    post: posts.find(candidate => candidate.agency === agency && candidate.code === post),
  }))
  return {
    postNames: new Map(found.flatMap(({ id, code, post }) => (code === undefined ? [] : [[id, post?.name ?? code]]))),
    phones: new Map(found.map(({ id, agency, post }) => [id, phoneNumbers(agency, post)])),
  }
}
