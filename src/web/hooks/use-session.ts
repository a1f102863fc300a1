import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isSignedOut } from '../api/errors.ts'
import { keys } from '../api/keys.ts'
import { readSession } from '../api/session.ts'

/** Every answer carries the service time; when nothing else is asked, this asks for it, in machine milliseconds. */
const clockEveryMs = 10_000

/** Who is signed in; any answer "sign in first" brings the sign-in page back. */
export const useSession = () => {
  const client = useQueryClient()

  useEffect(() => {
    const onError = (error: unknown) => {
      if (isSignedOut(error)) client.setQueryData(keys.session, null)
    }
    const stopQueries = client.getQueryCache().subscribe(event => {
      if (event.type === 'updated' && event.action.type === 'error') onError(event.action.error)
    })
    const stopCommands = client.getMutationCache().subscribe(event => {
      // A wrong password is answered like a missing session, but no session ends by it.
      if (event.type === 'updated' && event.action.type === 'error' && client.getQueryData(keys.session)) {
        onError(event.action.error)
      }
    })
    return () => {
      stopQueries()
      stopCommands()
    }
  }, [client])

  return useQuery({
    queryKey: keys.session,
    queryFn: readSession,
    refetchInterval: query => (query.state.data ? clockEveryMs : false),
    refetchOnWindowFocus: 'always',
  })
}
