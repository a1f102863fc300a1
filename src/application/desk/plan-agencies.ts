import type { PlannedAgency } from '../../dispatch/incident/incident.ts'
import type { ChosenAgency, Outcome } from '../application.ts'
import { planContacts } from '../contacts/plan-contacts.ts'
import type { ApplicationDeps } from '../context.ts'

/**
 * The chosen agencies and posts as they are to be alerted, with the contact ladder that each has at this moment. One
 * that takes no more work is not refused: the others must not wait for that; its alarm comes with the dispatch.
 */
export const planAgencies = async (
  { stores, channels }: Pick<ApplicationDeps, 'stores' | 'channels'>,
  centre: string,
  chosen: readonly ChosenAgency[],
): Promise<Outcome<PlannedAgency[]>> => {
  const [agencies, posts, chats] = await Promise.all([
    stores.directory.agencies(centre),
    stores.directory.posts(centre),
    stores.chats.list(centre),
  ])
  const plan: PlannedAgency[] = []
  for (const choice of chosen) {
    const agency = agencies.find(({ code }) => code === choice.agency)
    if (!agency) return { ok: false, refusal: { code: 'unknownAgency', params: { agency: choice.agency } } }
    const post = posts.find(({ agency: of, code, active }) => of === agency.code && code === choice.post && active)
    if (choice.post !== undefined && !post) {
      return { ok: false, refusal: { code: 'unknownPost', params: { agency: agency.code, post: choice.post } } }
    }
    const contact = planContacts(agency, post ?? null, chats, new Set(channels.keys()))
    plan.push({ ...choice, transports: agency.transports, contact })
  }
  return { ok: true, value: plan }
}
