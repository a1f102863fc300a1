import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { keys } from '../api/keys.ts'
import { useSigned } from './use-centre.tsx'
import { useCallApi, useIncidentApi } from './use-service.ts'

/** Should a live event have been lost on the way: this often, in machine ms, lists are read again anyway. */
const safetyNetMs = 20_000
/** Incidents grow older and nearer ones are opened while somebody types. */
const similarMs = 5_000
const mostAnswers = 8

export const useCallbacks = () => {
  const { centre } = useSigned()
  const api = useCallApi()
  return useQuery({ queryKey: keys.callbacks(centre.code), queryFn: api.callbacks, refetchInterval: safetyNetMs })
}

export const useReferrals = () => {
  const { centre } = useSigned()
  const api = useCallApi()
  return useQuery({ queryKey: keys.referrals(centre.code), queryFn: api.referrals, refetchInterval: safetyNetMs })
}

/** What an open call may be about, as far as its number tells. */
export const useSimilarToCall = (call: string, enabled: boolean) => {
  const { centre } = useSigned()
  const api = useCallApi()
  return useQuery({
    queryKey: keys.similar(centre.code, call),
    queryFn: () => api.similar(call),
    refetchInterval: similarMs,
    enabled,
  })
}

/** Other incidents that may be this one; compared anew with every answer (`version`). */
export const useSimilarToIncident = (incident: string, version: number, enabled: boolean) => {
  const { centre } = useSigned()
  const api = useIncidentApi()
  return useQuery({
    queryKey: [...keys.similar(centre.code, incident), version],
    queryFn: () => api.similar(incident),
    // What is shown stays until the new list is there: nothing flickers under the hand.
    placeholderData: keepPreviousData,
    refetchInterval: similarMs,
    enabled,
  })
}

export const useInformation = (words: string) => {
  const { centre } = useSigned()
  const api = useCallApi()
  return useQuery({
    queryKey: keys.information(centre.code, words),
    queryFn: () => api.information(words, mostAnswers),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
