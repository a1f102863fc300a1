import type { Done, SessionView } from '../../admin-api/contract/index.ts'
import { isSignedOut } from './errors.ts'
import { command, read } from './http.ts'

/** Who is signed in; null when nobody is. */
export const readSession = async (): Promise<SessionView | null> => {
  try {
    return await read<SessionView>('/api/session')
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

export const signIn = (name: string, password: string, key: string) =>
  command<SessionView>('POST', '/api/session', key, { name, password })
export const signOut = (key: string) => command<Done>('DELETE', '/api/session', key)
export const setPassword = (password: string, key: string) =>
  command<Done>('POST', '/api/session/password', key, { password })
export const setDuty = (onDuty: boolean, key: string) => command<Done>('POST', '/api/session/duty', key, { onDuty })
