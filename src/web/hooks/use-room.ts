import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keys } from '../api/keys.ts'
import { roomApi } from '../api/room.ts'
import { serviceNow } from '../time/service-time.ts'
import { useSigned } from './use-centre.tsx'

/** Clocks pass their limits without any event: this often, in machine ms, they are looked at again. */
const everyMs = 5_000
const dayMs = 86_400_000
const hourMs = 3_600_000

export const useRoomApi = () => {
  const { code } = useSigned().centre
  return useMemo(() => roomApi(code), [code])
}

export const useEscalations = () => {
  const { code } = useSigned().centre
  const api = useRoomApi()
  return useQuery({ queryKey: keys.escalations(code), queryFn: api.escalations, refetchInterval: everyMs })
}

/** Open incidents, phone tasks, attention items and who has them. */
export const useShiftHandover = () => {
  const { code } = useSigned().centre
  const api = useRoomApi()
  return useQuery({ queryKey: keys.shiftHandover(code), queryFn: api.handover, refetchInterval: everyMs })
}

export const useDuty = () => {
  const { code } = useSigned().centre
  const api = useRoomApi()
  return useQuery({ queryKey: keys.duty(code), queryFn: api.duty, refetchInterval: 4 * everyMs })
}

/** The duty list from an hour ago to a day ahead. */
export const useShifts = () => {
  const { code } = useSigned().centre
  const api = useRoomApi()
  return useQuery({
    queryKey: keys.shifts(code),
    queryFn: () => api.shifts(serviceNow() - hourMs, serviceNow() + dayMs),
    refetchInterval: 4 * everyMs,
  })
}

export const useColleagues = () => {
  const { code } = useSigned().centre
  const api = useRoomApi()
  return useQuery({ queryKey: keys.colleagues(code), queryFn: api.colleagues, staleTime: 60_000 })
}

/** Reads everything about the room again: a command was done. */
export const useRenewRoom = () => {
  const client = useQueryClient()
  const { code } = useSigned().centre
  return () => {
    for (const queryKey of [keys.room(code), keys.duty(code), keys.board(code)]) {
      void client.invalidateQueries({ queryKey })
    }
  }
}
