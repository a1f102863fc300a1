import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LookAround } from '../../admin-api/contract/index.ts'
import { keys } from '../api/keys.ts'
import { placeApi } from '../api/places.ts'
import { useSigned } from './use-centre.tsx'

/** Places and outlines change a few times a year. */
const placesFreshMs = 60_000
const mapFreshMs = 300_000

const usePlaceApi = () => {
  const { code } = useSigned().centre
  return useMemo(() => placeApi(code), [code])
}

/** Places that fit what was typed; `null`: nobody asks. */
export const usePlaceSearch = (words: string | null) => {
  const { code } = useSigned().centre
  const api = usePlaceApi()
  return useQuery({
    queryKey: keys.places(code, words ?? ''),
    queryFn: () => api.search(words ?? ''),
    enabled: words !== null,
    placeholderData: keepPreviousData,
    staleTime: placesFreshMs,
  })
}

/** What is known around a point. */
export const useSurroundings = (point: LookAround['point'] | null, except: string) => {
  const { code } = useSigned().centre
  const api = usePlaceApi()
  return useQuery({
    queryKey: keys.around(code, except, JSON.stringify(point)),
    queryFn: () => api.around({ point: point ?? { lat: 0, lng: 0, accuracyMetres: 0 }, except }),
    enabled: point !== null,
  })
}

export const useMap = () => {
  const { code } = useSigned().centre
  const api = usePlaceApi()
  return useQuery({ queryKey: keys.map(code), queryFn: api.map, staleTime: mapFreshMs })
}
