import type { User } from '../../application/ports/administration.ts'
import { handlingOf } from '../../application/rules/standards.ts'
import type { SessionView } from '../contract/index.ts'
import { empty } from '../contract/inputs.ts'
import { allDone, done, newPassword, sessionView, setDuty, signIn as signInBody } from '../contract/session.ts'
import { openRoute, type Route, userRoute } from '../http/route.ts'
import { belongsTo } from '../rights.ts'
import type { Services } from '../services.ts'
import { clearSessionCookie, setSessionCookie } from '../sign-in/cookie.ts'
import { note } from './audit.ts'

const path = '/api/session'
const byUser = ({ id, name }: User) => ({ by: { kind: 'user', id, name } }) as const

export const sessionRoutes = (services: Services): Route[] => {
  const { signIn, directory, config, liveStreams } = services
  return [
    openRoute({
      method: 'post',
      path,
      name: 'signIn',
      summary: 'Signs in by name and password',
      access: { kind: 'public' },
      body: signInBody,
      reply: sessionView,
      handle: async ({ response, body }) => {
        const { user, secret } = await signIn.byPassword(body.name, body.password)
        setSessionCookie(response, secret, config.secure)
        await note(services, byUser(user), null, 'signedIn', user.id)
        return viewOf(services, user)
      },
    }),
    userRoute({
      method: 'get',
      path,
      name: 'readSession',
      summary: 'Who is signed in, and where',
      access: { kind: 'signedIn' },
      reply: sessionView,
      handle: ({ who }) => viewOf(services, who.user),
    }),
    userRoute({
      method: 'delete',
      path,
      name: 'signOut',
      summary: 'Ends the session',
      access: { kind: 'signedIn' },
      body: empty,
      reply: done,
      handle: async ({ who, response }) => {
        await signIn.end(who.session)
        liveStreams.endSession(who.session.secretHash)
        clearSessionCookie(response, config.secure)
        return allDone
      },
    }),
    userRoute({
      method: 'post',
      path: `${path}/password`,
      name: 'setPassword',
      summary: "Sets the user's own password; the user's other sessions end",
      access: { kind: 'signedIn' },
      body: newPassword,
      reply: done,
      handle: async ({ who, from, body }) => {
        await signIn.setPassword(who, body.password)
        await note(services, from, null, 'passwordSet', who.user.id)
        return allDone
      },
    }),
    userRoute({
      method: 'post',
      path: `${path}/duty`,
      name: 'setDuty',
      summary: 'Goes on or off duty: pings go to those on duty',
      access: { kind: 'signedIn' },
      body: setDuty,
      reply: done,
      handle: async ({ who, from, body }) => {
        await directory.changeUser(who.user.id, { was: {}, to: { onDuty: body.onDuty } })
        await note(services, from, null, body.onDuty ? 'wentOnDuty' : 'wentOffDuty', who.user.id)
        return allDone
      },
    }),
  ]
}

const viewOf = async ({ directory, config, serviceClock }: Services, user: User): Promise<SessionView> => {
  const own = (await directory.centres()).filter(centre => belongsTo(user, centre.code))
  // A user's first centre is where the user's day begins.
  const centres = own.sort((a, b) => user.centres.indexOf(a.code) - user.centres.indexOf(b.code))
  const { id, name, role, onDuty } = user
  return {
    user: { id, name, role, centres: user.centres, onDuty, hasPassword: user.passwordHash !== null },
    mode: config.mode,
    centres: centres.map(({ code, name, timeZone, profile }) => ({
      code,
      name,
      timeZone,
      handling: handlingOf(profile),
    })),
    serviceNow: serviceClock.now(),
  }
}
