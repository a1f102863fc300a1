import type { ChosenAgency, IncidentView, ProposedAgencyView } from '../../admin-api/contract/index.ts'

type Proposal = IncidentView['proposal']

/** What the operator changed about the proposal; the rest follows it as facts change. */
export interface PlanChoices {
  ticks: Readonly<Record<string, boolean>>
  lead: string | null
  /** agencies that no run card named */
  extra: readonly { code: string; name: string }[]
}

export const noChoices: PlanChoices = { ticks: {}, lead: null, extra: [] }

export interface PlanRow {
  agency: string
  name: string
  duty: ProposedAgencyView['duty']
  lead: boolean
  ticked: boolean
  offered: boolean
  reasons: ProposedAgencyView['reasons'] | 'added'
  channel: ProposedAgencyView['channel'] | null
  /** the post that the proposal picked */
  post: Pick<NonNullable<ProposedAgencyView['post']>, 'code' | 'name' | 'why'> | null
}

/** The proposal with the operator's changes: the lead is always ticked and always acts. */
export const planRows = (proposal: Proposal, choices: PlanChoices): PlanRow[] => {
  const proposedLead = proposal.agencies.find(agency => agency.role === 'lead')?.agency ?? null
  const lead = choices.lead ?? proposedLead
  const proposed = proposal.agencies.map(agency => ({
    agency: agency.agency,
    name: agency.name,
    duty: agency.agency === lead ? ('act' as const) : agency.duty,
    lead: agency.agency === lead,
    ticked: agency.agency === lead || (choices.ticks[agency.agency] ?? agency.mode === 'alert'),
    offered: agency.mode === 'offer',
    reasons: agency.reasons,
    channel: agency.channel,
    post: agency.post,
  }))
  const added = choices.extra
    .filter(({ code }) => !proposed.some(row => row.agency === code))
    .map(({ code, name }) => ({
      agency: code,
      name,
      duty: 'act' as const,
      lead: code === lead,
      ticked: code === lead || (choices.ticks[code] ?? true),
      offered: false,
      reasons: 'added' as const,
      channel: null,
      post: null,
    }))
  return [...proposed, ...added]
}

/** The ticked rows as the dispatch takes them. */
export const chosenAgencies = (rows: readonly PlanRow[]): ChosenAgency[] =>
  rows
    .filter(row => row.ticked)
    .map(row => ({
      agency: row.agency,
      role: row.lead ? 'lead' : 'support',
      duty: row.duty,
      ...(row.post ? { post: row.post.code } : {}),
    }))
