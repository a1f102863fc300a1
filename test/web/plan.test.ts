import { describe, expect, it } from 'vitest'
import type { IncidentView } from '../../src/admin-api/contract/index.ts'
import { webId } from '../../src/i18n/web-id.ts'
import { chosenAgencies, noChoices, planRows } from '../../src/web/plan/plan.ts'
import { whatHoldsDispatch } from '../../src/web/plan/what-holds-dispatch.ts'

const proposal: IncidentView['proposal'] = {
  priority: 1,
  agencies: [
    agency('DAMKAR', { role: 'lead' }),
    agency('PLN'),
    agency('POLRES', { duty: 'inform' }),
    agency('PMI', { mode: 'offer' }),
  ],
}

function agency(
  code: string,
  change: Partial<IncidentView['proposal']['agencies'][number]> = {},
): IncidentView['proposal']['agencies'][number] {
  return {
    agency: code,
    name: code,
    role: 'support',
    mode: 'alert',
    duty: 'act',
    reasons: [{ kind: 'card' }],
    channel: 'ok',
    post: null,
    posts: [],
    ...change,
  }
}

describe('the plan that is sent', () => {
  it('names the post that was proposed for the place', () => {
    const reason = { kind: 'kelurahan', area: 'Bandarharjo' } as const
    const why = { id: 'wilayah Bandarharjo', en: 'area Bandarharjo' }
    const post = { code: 'UTARA', name: 'Pos Utara', reason, why }
    const rows = planRows({ priority: 1, agencies: [agency('DAMKAR', { role: 'lead', post })] }, noChoices)
    expect(chosenAgencies(rows)).toEqual([{ agency: 'DAMKAR', role: 'lead', duty: 'act', post: 'UTARA' }])
  })

  it('follows the proposal: the lead and what is ticked, not what is offered', () => {
    expect(chosenAgencies(planRows(proposal, noChoices))).toEqual([
      { agency: 'DAMKAR', role: 'lead', duty: 'act' },
      { agency: 'PLN', role: 'support', duty: 'act' },
      { agency: 'POLRES', role: 'support', duty: 'inform' },
    ])
  })

  it('keeps what the operator changed when facts change the proposal', () => {
    const choices = { ...noChoices, ticks: { PLN: false, PMI: true } }
    const changed = { ...proposal, agencies: [...proposal.agencies, agency('DINKES')] }
    expect(chosenAgencies(planRows(changed, choices)).map(chosen => chosen.agency)).toEqual([
      'DAMKAR',
      'POLRES',
      'PMI',
      'DINKES',
    ])
  })

  it('makes whoever leads act, and go along', () => {
    const choices = { ...noChoices, ticks: { POLRES: false }, lead: 'POLRES' }
    expect(chosenAgencies(planRows(proposal, choices))).toEqual([
      { agency: 'DAMKAR', role: 'support', duty: 'act' },
      { agency: 'PLN', role: 'support', duty: 'act' },
      { agency: 'POLRES', role: 'lead', duty: 'act' },
    ])
  })

  it('takes in agencies that no card named, once', () => {
    const choices = {
      ...noChoices,
      lead: 'BKSDA',
      extra: [
        { code: 'BKSDA', name: 'BKSDA' },
        { code: 'PLN', name: 'PLN' },
      ],
    }
    const rows = planRows({ priority: 2, agencies: [agency('PLN')] }, choices)
    expect(rows.map(row => row.agency)).toEqual(['PLN', 'BKSDA'])
    expect(chosenAgencies(rows)).toContainEqual({ agency: 'BKSDA', role: 'lead', duty: 'act' })
  })
})

describe('why a plan is not sent yet', () => {
  const t = webId
  const held = (change: Partial<Parameters<typeof whatHoldsDispatch>[0]>) =>
    whatHoldsDispatch(
      {
        incident: { type: 'KBK-BGN', allowed: ['dispatch'], handling: 'operator-owns' },
        rows: planRows(proposal, noChoices),
        owns: true,
        unsaved: {},
        ...change,
      },
      t,
    )

  it('is nothing once type and place are known and one agency leads', () => {
    expect(held({})).toBe(null)
  })

  it('is told before the type, before the place, and while somebody else is to take the incident', () => {
    const incident = { type: 'KBK-BGN', allowed: [], handling: 'operator-owns' as const }
    expect(held({ incident: { ...incident, type: null } })).toBe(t.dispatch.notReady)
    expect(held({ incident })).toBe(t.dispatch.needsPlace)
    expect(held({ incident: { ...incident, allowed: ['take'], handling: 'dispatcher-handoff' } })).toBe(
      t.dispatch.takeFirst,
    )
    expect(held({ incident: { ...incident, handling: 'dispatcher-handoff' } })).toBe(t.dispatch.intakeFirst)
    expect(held({ incident, owns: false })).toBe(t.dispatch.dispatcherSends)
  })

  it('is the proposal of the type that was just chosen: nobody is sent for the one before', () => {
    expect(held({ unsaved: { type: { known: 'GAS' } } })).toBe(t.dispatch.preparing)
  })

  it('is no other answer on its way: what it changes is sent with it', () => {
    const incident = { type: 'KBK-BGN', allowed: [], handling: 'operator-owns' as const }
    expect(held({ incident, unsaved: { address: { known: 'Jl. Contoh 7' } } })).toBe(null)
  })

  it('is the missing lead, or that no card names anybody', () => {
    expect(held({ rows: planRows({ priority: 2, agencies: [agency('PLN')] }, noChoices) })).toBe(t.dispatch.noLead)
    expect(held({ rows: [] })).toBe(t.dispatch.noProposal)
  })
})
