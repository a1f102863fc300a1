import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { KeepText, WithTexts } from '../texts.ts'
import type { IncidentView } from '../views.ts'

export const incidentNotFound = { ok: false, refusal: { code: 'notFound', params: { what: 'incident' } } } as const

/** Ways to give an incident a command and answer with the incident as it is afterwards. */
export const createRunning = (
  { stores }: Pick<ApplicationDeps, 'stores'>,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
  view: (incident: string) => Promise<IncidentView | null>,
) => {
  const run = async (from: Sender, id: string, command: IncidentCommand): Promise<Outcome<IncidentView>> => {
    const outcome = await dispatcher.incident(id, command, from)
    if (!outcome.ok) return outcome
    const shown = await view(id)
    return shown ? { ok: true, value: shown } : incidentNotFound
  }

  /** A command that refers to words: they are kept first, and go again when it is refused. */
  const runKeeping = async (
    from: Sender,
    id: string,
    make: (keep: KeepText) => Promise<Outcome<IncidentCommand>>,
  ): Promise<Outcome<IncidentView>> => {
    const loaded = await stores.incidents.load(id)
    if (!loaded) return incidentNotFound
    return withTexts({ centre: loaded.state.centre, subject: id, aggregate: 'incidents' }, async keep => {
      const command = await make(keep)
      return command.ok ? run(from, id, command.value) : command
    })
  }

  const runWithText = (
    from: Sender,
    id: string,
    kind: string,
    text: string,
    command: (ref: TextRef) => IncidentCommand,
  ): Promise<Outcome<IncidentView>> =>
    runKeeping(from, id, async keep => {
      const kept = await keep(kind, text)
      return kept.ok ? { ok: true, value: command(kept.value) } : kept
    })

  return { run, runKeeping, runWithText }
}

export type Running = ReturnType<typeof createRunning>
