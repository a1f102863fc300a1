import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keys } from '../../../api/keys.ts'
import { placeAdminApi } from '../../../api/places.ts'
import { useSigned } from '../../../hooks/use-centre.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

export const usePlaceAdminApi = () => {
  const { code } = useSigned().centre
  return useMemo(() => placeAdminApi(code), [code])
}

export const useGazetteer = () => {
  const { code } = useSigned().centre
  const api = usePlaceAdminApi()
  return useQuery({ queryKey: keys.admin(code, 'gazetteer'), queryFn: api.gazetteer })
}

type Api = ReturnType<typeof placeAdminApi>

/** An import; places, outlines and what the map shows are read again. */
export const useImport = <Input, Result>(
  run: (api: Api, input: Input, key: string) => Promise<Result>,
  onDone: () => void,
) => {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { code } = useSigned().centre
  const api = usePlaceAdminApi()
  return useCommand((input: Input, key) => run(api, input, key), {
    said: t.mapAdmin.done,
    onDone: () => {
      void client.invalidateQueries({ queryKey: keys.admin(code, 'gazetteer') })
      void client.invalidateQueries({ queryKey: keys.centre(code) })
      onDone()
    },
  })
}
