import type { TelegramDriver } from '../../src/simulator/telegram/index.ts'
import { type Desk, dispatch, takeCall } from '../desk.ts'
import type { System } from '../system.ts'

/** Machine ms after the last alert that was shown until the run gives up. */
const patienceMs = 90_000

/** Operators who work beside each other. */
const operators = 4

/** An alert that is to be shown: of this incident, in this agency's group. */
export interface Prepared {
  incident: string
  number: string
  agencies: string[]
}

/** What a group was shown, in its order. */
export interface ShownAlert {
  incident: string
  agency: string
  /** machine ms from the moment when the workers were let go to the group's seeing it */
  afterMs: number
  at: number
}

export interface Run {
  shown: ShownAlert[]
  /** ms from the moment when the workers were let go to the last alert */
  makespanMs: number
  refusals: number
  /** alerts that came before an earlier one of their group, or twice */
  wrong: number
}

/** Incidents that are ready to be sent, taken through the API as an operator takes them. */
export const prepare = (desk: Desk, centre: string, plans: readonly string[][]): Promise<Prepared[]> =>
  inTurns(plans, operators, async agencies => {
    const incident = await takeCall(desk, centre)
    const { number } = await desk.get<{ number: string }>(`/api/centres/${centre}/incidents/${incident}`)
    return { incident, number, agencies }
  })

/** Works a list some at a time; the results keep its order. */
const inTurns = async <In, Out>(
  list: readonly In[],
  atOnce: number,
  work: (one: In) => Promise<Out>,
): Promise<Out[]> => {
  const done: Out[] = []
  for (let first = 0; first < list.length; first += atOnce) {
    done.push(...(await Promise.all(list.slice(first, first + atOnce).map(work))))
  }
  return done
}

/**
 * Sends each incident to all of its agencies while the workers stand still, so that the delivering alone is measured;
 * then lets them go and waits until every group in `watched` has been shown all of its alerts. Where a group gets
 * several, one operator sends one after the other, so that there is an order to keep.
 */
export const sendAll = async (
  desk: Desk,
  { driver, workers }: Pick<System, 'driver' | 'workers'>,
  centre: string,
  incidents: readonly Prepared[],
  watched: readonly Prepared[] = incidents,
): Promise<Run> => {
  const agencyOf = new Map(
    (await driver.chats()).flatMap(({ id, labels }) => (labels[0] === undefined ? [] : [[id, labels[0]] as const])),
  )
  const { seq } = await driver.status()
  const groups = new Set(incidents.flatMap(({ agencies }) => agencies))
  const alerts = incidents.reduce((sum, { agencies }) => sum + agencies.length, 0)
  workers('SIGSTOP')
  await inTurns(incidents, groups.size === alerts ? operators : 1, ({ incident, agencies }) =>
    dispatch(desk, centre, incident, ...agencies),
  )
  const begun = Date.now()
  workers('SIGCONT')
  const { shown, refusals } = await follow(driver, seq, agencyOf, watched, begun)
  return {
    shown,
    refusals,
    makespanMs: Math.max(...shown.map(({ at }) => at)) - begun,
    wrong: wrongOnes(shown, watched),
  }
}

const follow = async (
  driver: TelegramDriver,
  since: number,
  agencyOf: ReadonlyMap<number, string>,
  watched: readonly Prepared[],
  begun: number,
): Promise<{ shown: ShownAlert[]; refusals: number }> => {
  const shown: ShownAlert[] = []
  let refusals = 0
  let missing = watched.reduce((sum, { agencies }) => sum + agencies.length, 0)
  const ended = new AbortController()
  const giveUp = setTimeout(() => ended.abort(), patienceMs + missing * 50)
  for await (const entry of driver.follow(since, ended.signal)) {
    if (entry.kind === 'refusal' && entry.code === 429) refusals += 1
    if (entry.kind !== 'message' || !entry.byBot) continue
    const text = entry.message.text ?? ''
    const found = watched.find(({ number }) => text.includes(number))
    const agency = agencyOf.get(entry.chatId)
    if (!found || agency === undefined) continue
    shown.push({ incident: found.incident, agency, at: entry.at, afterMs: entry.at - begun })
    missing -= 1
    if (missing === 0) break
  }
  clearTimeout(giveUp)
  if (missing > 0) throw new Error(`${missing} alerts were not shown in time`)
  return { shown, refusals }
}

/** Alerts of a group come in the order in which they were asked for, each once. */
const wrongOnes = (shown: readonly ShownAlert[], incidents: readonly Prepared[]): number => {
  const order = new Map(incidents.map(({ incident }, position) => [incident, position]))
  const last = new Map<string, number>()
  return shown.filter(({ incident, agency }) => {
    const position = order.get(incident) ?? -1
    const late = position <= (last.get(agency) ?? -1)
    last.set(agency, Math.max(position, last.get(agency) ?? -1))
    return late
  }).length
}
