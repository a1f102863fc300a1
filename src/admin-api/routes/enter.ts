import { z } from 'zod'
import { openRoute, type Route } from '../http/route.ts'
import { isFromThisMachine } from '../http/this-machine.ts'
import type { Services } from '../services.ts'
import { setSessionCookie } from '../sign-in/cookie.ts'
import { note } from './audit.ts'

/** The one address of a sign-in link: a person opens it in a browser, so it answers with pages. */
export const enterRoutes = (services: Services): Route[] => [
  openRoute({
    method: 'get',
    path: '/masuk',
    name: 'enter',
    summary: 'Signs in by a one-time link (training links: again and again, on this machine) and goes on to the page',
    access: { kind: 'public' },
    // Whatever is no secret opens nothing, like a wrong one.
    query: z.object({ kunci: z.string().max(200).catch('') }),
    raw: { status: 302, description: 'Signed in: to the page', mediaType: 'text/html' },
    handle: async ({ request, response, query }) => {
      // A HEAD comes from previews and checkers, not from the person: it must not use the link up.
      if (request.method === 'HEAD') return void response.status(204).end()
      const from = { thisMachine: isFromThisMachine(request), training: services.config.mode === 'gladi' }
      const { user, secret } = await services.signIn.byLink(query.kunci, from)
      setSessionCookie(response, secret, services.config.secure)
      await note(services, { by: { kind: 'user', id: user.id, name: user.name } }, null, 'signedIn', user.id)
      response.redirect('/')
    },
  }),
]
