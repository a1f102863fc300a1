import { useQuery, useQueryClient } from '@tanstack/react-query'
import { adminApi, channelTestApi } from '../../api/admin.ts'
import { keys } from '../../api/keys.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useCommand } from '../../hooks/use-command.ts'

export const useCentres = () => useQuery({ queryKey: keys.admin('centres'), queryFn: adminApi.centres })

export const useUsers = () => useQuery({ queryKey: keys.admin('users'), queryFn: adminApi.users })

export const useAdminAgencies = () => {
  const { code } = useSigned().centre
  return useQuery({
    queryKey: keys.admin(code, 'agencies'),
    queryFn: () => adminApi.agencies(code),
    select: ({ agencies }) => agencies,
  })
}

/** Agencies with the times of one that has none of its own. */
export const useAgenciesAndStandard = () => {
  const { code } = useSigned().centre
  return useQuery({ queryKey: keys.admin(code, 'agencies'), queryFn: () => adminApi.agencies(code) })
}

export const usePosts = (agency: string | null) => {
  const { code } = useSigned().centre
  return useQuery({
    queryKey: keys.admin(code, 'posts', agency ?? ''),
    queryFn: () => adminApi.posts(code, agency ?? ''),
    enabled: agency !== null,
  })
}

export const useInformation = () => {
  const { code } = useSigned().centre
  return useQuery({ queryKey: keys.admin(code, 'information'), queryFn: () => adminApi.information(code) })
}

/** While checks are under way live events tell of each; the last one may be lost on the way. */
const checkingEveryMs = 2_000

export const useChats = () => {
  const { code } = useSigned().centre
  return useQuery({
    queryKey: keys.admin(code, 'chats'),
    queryFn: () => adminApi.chats(code),
    refetchInterval: ({ state }) => (state.data?.some(({ checking }) => checking) ? checkingEveryMs : false),
  })
}

/** Live events renew it; this often it is read again anyway, should one have been lost on the way. */
const testsEveryMs = 10_000

export const useChannelTests = () => {
  const { code } = useSigned().centre
  return useQuery({
    queryKey: keys.admin(code, 'channel-tests'),
    queryFn: () => channelTestApi.read(code),
    refetchInterval: testsEveryMs,
  })
}

/** A code to scan is good for twenty seconds. */
const whatsAppEveryMs = 1_500

export const useWhatsApp = () =>
  useQuery({ queryKey: keys.admin('whatsapp'), queryFn: adminApi.whatsapp, refetchInterval: whatsAppEveryMs })

/** Codes expire and are redeemed in a chat: read again while somebody looks. */
const codesEveryMs = 5_000

export const useCodes = () => {
  const { code } = useSigned().centre
  return useQuery({
    queryKey: keys.admin(code, 'codes'),
    queryFn: () => adminApi.codes(code),
    refetchInterval: codesEveryMs,
  })
}

/** An administrator's command; all administrative lists, the session's centres and the proposals are read again. */
export const useAdminCommand = <Input, Result>(
  run: (input: Input, key: string, centre: string) => Promise<Result>,
  onDone?: (result: Result) => void,
  further: { said?: string; onRefused?: (error: Error) => boolean } = {},
) => {
  const client = useQueryClient()
  const { code } = useSigned().centre
  return useCommand((input: Input, key) => run(input, key, code), {
    onDone: result => {
      void client.invalidateQueries({ queryKey: keys.admin() })
      void client.invalidateQueries({ queryKey: keys.session })
      void client.invalidateQueries({ queryKey: keys.centre(code) })
      onDone?.(result)
    },
    ...further,
  })
}
