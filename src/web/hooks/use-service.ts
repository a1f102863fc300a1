import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CallView, IncidentView } from '../../admin-api/contract/index.ts'
import { incidentCommands } from '../api/incident-commands.ts'
import { keys } from '../api/keys.ts'
import { pauseBeforeRetry, retryMissing } from '../api/retries.ts'
import { callApi, incidentApi, readAgencies, readNeighbours, readRunCards, readStorm } from '../api/service.ts'
import { useSigned } from './use-centre.tsx'
import { useCommand } from './use-command.ts'

/** Live events renew what is shown; this often it is read again anyway, should one have been lost on the way. */
const safetyNetMs = 20_000

const useCode = () => useSigned().centre.code

/** The kinds of incidents of a version, which never change; without one the newest, which may. */
export const useRunCards = (version?: number) => {
  const centre = useCode()
  return useQuery({
    queryKey: keys.runCards(centre, version),
    queryFn: () => readRunCards(centre, version),
    staleTime: version === undefined ? 60_000 : Number.POSITIVE_INFINITY,
  })
}

export const useAgencies = (enabled: boolean) => {
  const centre = useCode()
  return useQuery({
    queryKey: keys.agencies(centre),
    queryFn: () => readAgencies(centre),
    staleTime: 60_000,
    enabled,
  })
}

export const useNeighbours = () => {
  const centre = useCode()
  return useQuery({ queryKey: keys.neighbours(centre), queryFn: () => readNeighbours(centre), staleTime: 60_000 })
}

export const useStorm = () => {
  const centre = useCode()
  return useQuery({ queryKey: keys.storm(centre), queryFn: () => readStorm(centre), refetchInterval: safetyNetMs })
}

export const useOpenCalls = () => {
  const centre = useCode()
  return useQuery({
    queryKey: keys.calls(centre),
    queryFn: () => callApi(centre).listOpen(),
    refetchInterval: safetyNetMs,
  })
}

export const useCall = (call: string | null) => {
  const centre = useCode()
  return useQuery({
    queryKey: keys.call(centre, call ?? ''),
    queryFn: () => callApi(centre).get(call ?? ''),
    enabled: call !== null,
    refetchInterval: safetyNetMs,
  })
}

export const useBoard = () => {
  const centre = useCode()
  return useQuery({
    queryKey: keys.board(centre),
    queryFn: () => incidentApi(centre).board(),
    refetchInterval: safetyNetMs,
  })
}

export const useIncident = (incident: string) => {
  const centre = useCode()
  return useQuery({
    queryKey: keys.incident(centre, incident),
    queryFn: () => incidentApi(centre).get(incident),
    refetchInterval: safetyNetMs,
    // It is made a moment after its call was classified, at the latest by the server's next sweep.
    retry: retryMissing,
    retryDelay: pauseBeforeRetry,
    // Answers may overtake each other: never show an older state after a newer one.
    structuralSharing: (before, after) => newer(before as IncidentView | undefined, after as IncidentView),
  })
}

/** Deliveries, channels and photos change without a new version: the same version is taken over. */
const newer = (before: IncidentView | undefined, after: IncidentView): IncidentView =>
  before && before.version > after.version ? before : after

/** Keeps a call that a command answered with, and renews the list. */
export const useKeepCall = () => {
  const client = useQueryClient()
  const centre = useCode()
  return useCallback(
    (call: CallView) => {
      client.setQueryData(keys.call(centre, call.id), call)
      void client.invalidateQueries({ queryKey: keys.calls(centre) })
    },
    [client, centre],
  )
}

export type KeepIncident = (incident: IncidentView) => void

/** Keeps an incident that a command answered with, and renews the board. */
export const useKeepIncident = (): KeepIncident => {
  const client = useQueryClient()
  const centre = useCode()
  return useCallback(
    (incident: IncidentView) => {
      client.setQueryData<IncidentView>(keys.incident(centre, incident.id), before => newer(before, incident))
      void client.invalidateQueries({ queryKey: keys.board(centre) })
    },
    [client, centre],
  )
}

/** The newest state of an incident that the page knows, even before it is drawn. */
export const useNewest = (incident: IncidentView): (() => IncidentView) => {
  const client = useQueryClient()
  const centre = useCode()
  return () => newer(client.getQueryData<IncidentView>(keys.incident(centre, incident.id)), incident)
}

export const useCallApi = () => {
  const centre = useCode()
  return useMemo(() => callApi(centre), [centre])
}

export const useIncidentApi = () => {
  const centre = useCode()
  return useMemo(() => incidentApi(centre), [centre])
}

/** A command about one call whose answer is the call. */
export const useCallCommand = <Input>(
  run: (api: ReturnType<typeof callApi>, input: Input, key: string) => Promise<CallView>,
  onDone?: (call: CallView) => void,
) => {
  const api = useCallApi()
  const keep = useKeepCall()
  return useCommand((input: Input, key) => run(api, input, key), {
    onDone: call => {
      keep(call)
      onDone?.(call)
    },
  })
}

type Commands = ReturnType<typeof incidentCommands>

/** A command about one incident whose answer is the incident. */
export const useIncidentCommand = <Input = void>(
  incident: string,
  run: (commands: Commands, input: Input, key: string) => Promise<IncidentView>,
  onDone?: (incident: IncidentView) => void,
) => {
  const centre = useCode()
  const keep = useKeepIncident()
  const commands = useMemo(() => incidentCommands(centre, incident), [centre, incident])
  return useCommand((input: Input, key) => run(commands, input, key), {
    onDone: view => {
      keep(view)
      onDone?.(view)
    },
  })
}
