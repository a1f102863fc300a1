import { createDice, type Dice } from '../dice.ts'

/** How the people in a group behave: do the whole job, press both at once, say no, or never look at it. */
export const crewKinds = ['steady', 'pair', 'declines', 'silent'] as const
export type CrewKind = (typeof crewKinds)[number]

/** An emergency call, and whom it goes to; machine ms after its act or its fault began. */
export interface PlannedCall {
  at: number
  type: string
  /** the first is the lead, which never says no */
  agencies: readonly { agency: string; crew: CrewKind }[]
}

export const centre = 'SMG'
/** Agencies of the training city; DAMKAR and DINKES have a duty officer and a commander with chats of their own. */
export const agencies = [
  ...['DAMKAR', 'DINKES', 'POLRES', 'PMI', 'BPBD', 'PLN', 'PDAM', 'PGN', 'DISHUB', 'DPU', 'DLH', 'DINSOS'],
  ...['DISPERKIM', 'SATPOLPP', 'BASARNAS', 'POLAIRUD'],
]
export const groupOf = (agency: string): string => `${centre}/${agency}`

export type ChannelName = 'telegram' | 'whatsapp'
/** Agencies of the training city whose groups are on WhatsApp. */
export const onWhatsApp: readonly string[] = ['PMI', 'SATPOLPP', 'DISHUB', 'DINSOS']
export const channelOf = (agency: string): ChannelName => (onWhatsApp.includes(agency) ? 'whatsapp' : 'telegram')
/** The agencies that are reached so. */
export const agenciesOn = (channel: ChannelName): string[] => agencies.filter(agency => channelOf(agency) === channel)

/** Urgent and routine types: their ladders differ. */
const types = ['KBK-BGN', 'KBK-BGN', 'RSC'] as const
const betweenCallsMs = [7_000, 13_000] as const
const lengths = [1, 2, 2, 3] as const

/** Calls that come whatever happens, for so long. */
export const backgroundCalls = (dice: Dice, lastsMs: number): PlannedCall[] => {
  const calls: PlannedCall[] = []
  for (let at = 0; at < lastsMs; at += Math.round(dice.between(...betweenCallsMs))) {
    calls.push(plan(dice, at, dice.shuffled(agencies).slice(0, dice.pick(lengths))))
  }
  return calls
}

/** The calls that a fault with this seed brings, all to the agency (of those that it disturbs) that its dice choose first. */
export const callsFor = (dice: Dice, seed: number, count: number, disturbs: readonly string[]): PlannedCall[] => {
  const agency = createDice(seed).pick(disturbs)
  return Array.from({ length: count }, () => plan(dice, 0, [agency]))
}

const plan = (dice: Dice, at: number, whom: readonly string[]): PlannedCall => ({
  at,
  type: dice.pick(types),
  agencies: whom.map((agency, place) => ({
    agency,
    crew: dice.pick(crewKinds.filter(kind => place > 0 || kind !== 'declines')),
  })),
})
