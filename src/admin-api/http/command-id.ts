import { createHash } from 'node:crypto'
import { type Exchange, type Granted, isCommand, type Route } from './route.ts'

/**
 * Gives a command its id: the user, the key, and what is asked. A repeat has the same id and gets the first result; a key
 * that comes again with another request must not be answered as if that one had been done.
 */
export const withCommandId = (
  route: Route,
  { params, body }: Pick<Exchange<unknown, unknown, unknown>, 'params' | 'body'>,
  granted: Granted,
): Granted => {
  const { from, who } = granted
  if (!from || !who || !isCommand(route)) return granted
  const asked = JSON.stringify([from.commandId, route.name, params, body])
  const digest = createHash('sha256').update(asked).digest('base64url').slice(0, 22)
  return { ...granted, from: { ...from, commandId: `${who.user.id}:${digest}` } }
}
