import type { Request, Response } from 'express'
import { z } from 'zod'
import { openRoute, type Route } from '../http/route.ts'
import { isFromThisMachine } from '../http/this-machine.ts'
import type { Services } from '../services.ts'
import { setSessionCookie } from '../sign-in/cookie.ts'
import { enterPage } from '../static/enter-page.ts'
import { note } from './audit.ts'

// Whatever is no secret opens nothing, like a wrong one.
const secret = z.object({ kunci: z.string().max(200).catch('') })

/** The one address of a sign-in link: a person opens it in a browser, so it answers with pages. */
export const enterRoutes = (services: Services): Route[] => [
  openRoute({
    method: 'get',
    path: '/masuk',
    name: 'openLink',
    summary: 'A page with the button that signs in; training links sign in at once, again and again, on this machine',
    access: { kind: 'public' },
    query: secret,
    raw: { status: 200, description: 'The page with the button', mediaType: 'text/html' },
    handle: async ({ request, response, query }) => {
      // A HEAD comes from previews and checkers, not from the person.
      if (request.method === 'HEAD') return void response.status(204).end()
      if ((await services.signIn.lookAtLink(query.kunci)) === 'open') {
        return signIn(services, request, response, query.kunci)
      }
      // The form must say where it comes from; the secret in the address goes to nobody else.
      response.set('Referrer-Policy', 'same-origin').type('html').send(enterPage(query.kunci))
    },
  }),
  openRoute({
    method: 'post',
    path: '/masuk',
    name: 'enter',
    summary: 'Signs in by a link and uses it up, and goes on to the page',
    access: { kind: 'public' },
    body: secret,
    raw: { status: 303, description: 'Signed in: to the page', mediaType: 'text/html' },
    handle: ({ request, response, body }) => signIn(services, request, response, body.kunci),
  }),
]

const signIn = async (services: Services, request: Request, response: Response, kunci: string): Promise<void> => {
  const from = { thisMachine: isFromThisMachine(request), training: services.config.mode === 'gladi' }
  const { user, secret: session } = await services.signIn.byLink(kunci, from)
  setSessionCookie(response, session, services.config.secure)
  await note(services, { by: { kind: 'user', id: user.id, name: user.name } }, null, 'signedIn', user.id)
  response.redirect(request.method === 'POST' ? 303 : 302, '/')
}
