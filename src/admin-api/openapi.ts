import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { refusalBody } from './contract/refusal.ts'
import { type Access, isCommand, type Route } from './http/route.ts'

/** The OpenAPI 3.1 document of these routes, from the very declarations that they are mounted from. */
export const openApiDocument = (routes: readonly Route[]): object => {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Tanggap 112',
      version: '1',
      description:
        'From the 112 call to the archive. Times are service time in milliseconds since 1970-01-01 UTC unless a field says otherwise.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tanggap_session' } } },
    paths,
  })
}

const operationOf = (route: Route): ZodOpenApiOperationObject => {
  const needsUser = route.access.kind !== 'public' && route.access.kind !== 'local'
  return {
    operationId: route.name,
    summary: route.summary,
    tags: [tagOf(route.path)],
    'x-right': rightOf(route.access),
    security: needsUser ? [{ session: [] }] : [],
    requestParams: {
      ...(route.params instanceof z.ZodObject && { path: route.params }),
      ...(route.query instanceof z.ZodObject && { query: route.query }),
      ...(isCommand(route) && { header: idempotencyHeader }),
    },
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: {
      [`${route.success.status}` as '200']: successOf(route),
      default: {
        description: 'Refused, and nothing changed',
        content: { 'application/json': { schema: refusalBody } },
      },
    },
  }
}

/** The right that the user needs: a row of the rights table, `signedIn` for any user, `none` for anybody. */
const rightOf = (access: Access): string => {
  if (access.kind === 'centre') return access.right
  if (access.kind === 'administration') return 'administer'
  return access.kind === 'signedIn' ? 'signedIn' : 'none'
}

const idempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/)
    .meta({
      description:
        'A repeat of the same request with the same key changes nothing and gets the first result; with another path or body it is another command',
    }),
})

const successOf = ({ success, summary }: Route) =>
  'mediaType' in success
    ? { description: success.description, content: { [success.mediaType]: { schema: z.string() } } }
    : { description: summary, content: { 'application/json': { schema: success.schema } } }

const tagOf = (path: string): string => {
  const parts = path.split('/').filter(part => part !== '' && part !== 'api' && !part.startsWith('{'))
  return parts.find(part => part !== 'centres') ?? 'centres'
}
