import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Sender } from '../../application/application.ts'
import type { Centre } from '../../application/ports/administration.ts'
import type { Right } from '../rights.ts'
import type { SignedIn } from '../sign-in/create-sign-in.ts'

/**
 * public: anybody. local: training, this machine, nobody signed in. signedIn: any user. administration: the right
 * `administer`. centre: the path's centre, one of the user's, and the right there.
 */
export type Access =
  | { kind: 'public' }
  | { kind: 'local' }
  | { kind: 'signedIn'; thisMachine?: true }
  | { kind: 'administration' }
  | { kind: 'centre'; right: Right }

export type Method = 'get' | 'post' | 'patch' | 'delete'

/** What other than JSON a route answers with. */
export interface RawReply {
  status: number
  description: string
  mediaType: string
}

/** Whether the route changes something and so wants an idempotency key. */
export const isCommand = ({ method, access, asksOnly }: Pick<Route, 'method' | 'access' | 'asksOnly'>): boolean =>
  method !== 'get' && !asksOnly && (access.kind === 'centre' || access.kind === 'administration')

interface Shape<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  method: Method
  /** as OpenAPI writes it: `/api/centres/{centre}/calls` */
  path: string
  /** the operation's name in the document */
  name: string
  summary: string
  /** a question whose words must not stand in an address, so that it is posted */
  asksOnly?: true
  /** where its body may be larger than others', in kilobytes: a file to take over */
  bodyKilobytes?: number
  params?: P
  query?: Q
  body?: B
}

/** One request after all checks. */
export interface Exchange<P, Q, B> {
  request: Request
  response: Response
  params: P
  query: Q
  body: B
}
/** …by a signed-in user. */
export interface UserExchange<P, Q, B> extends Exchange<P, Q, B> {
  who: SignedIn
  /** the command's id follows from the user, the idempotency key and the request itself: see `commandIdOf` */
  from: Sender
}
/** …about a centre that the user belongs to. */
export interface CentreExchange<P, Q, B> extends UserExchange<P, Q, B> {
  centre: Centre
}

/** What the checks found out about the sender; which of it is there follows from the route's access. */
export interface Granted {
  who?: SignedIn
  from?: Sender
  centre?: Centre
}

/** A route as it is mounted and as it stands in the document: one declaration for both. */
export interface Route {
  method: Method
  path: string
  name: string
  summary: string
  access: Access
  asksOnly: boolean
  bodyKilobytes: number | undefined
  params: z.ZodType | undefined
  query: z.ZodType | undefined
  body: z.ZodType | undefined
  success: { status: number; schema: z.ZodType } | RawReply
  /** returns the JSON to answer with; a raw route answers by itself */
  handle(exchange: Exchange<unknown, unknown, unknown>, granted: Granted): Promise<unknown>
}

type Json<R extends z.ZodType> = { status?: 200 | 201; reply: R }
type Raw = { raw: RawReply }
type Handle<Given, R extends z.ZodType> =
  | (Json<R> & { handle(exchange: Given): Promise<z.output<R>> | z.output<R> })
  | (Raw & { handle(exchange: Given): Promise<void> | void })

type None = z.ZodType<undefined>

/** A route that needs no user. */
export const openRoute = <
  R extends z.ZodType = None,
  P extends z.ZodType = None,
  Q extends z.ZodType = None,
  B extends z.ZodType = None,
>(
  declared: Shape<P, Q, B> & { access: Access & { kind: 'public' | 'local' } } & Handle<
      Exchange<z.output<P>, z.output<Q>, z.output<B>>,
      R
    >,
): Route => ({
  ...frame(declared),
  access: declared.access,
  handle: async exchange => declared.handle(exchange as Exchange<z.output<P>, z.output<Q>, z.output<B>>),
})

/** A route of a signed-in user, or of an administrator. */
export const userRoute = <
  R extends z.ZodType = None,
  P extends z.ZodType = None,
  Q extends z.ZodType = None,
  B extends z.ZodType = None,
>(
  declared: Shape<P, Q, B> & { access: Access & { kind: 'signedIn' | 'administration' } } & Handle<
      UserExchange<z.output<P>, z.output<Q>, z.output<B>>,
      R
    >,
): Route => ({
  ...frame(declared),
  access: declared.access,
  handle: async (exchange, { who, from }) => {
    if (!who || !from) throw new Error('a user route was reached without a user')
    return declared.handle({ ...(exchange as Exchange<z.output<P>, z.output<Q>, z.output<B>>), who, from })
  },
})

/** A route about one centre: its path has `{centre}`. */
export const centreRoute = <
  P extends z.ZodType,
  R extends z.ZodType = None,
  Q extends z.ZodType = None,
  B extends z.ZodType = None,
>(
  declared: Shape<P, Q, B> & { right: Right } & Handle<CentreExchange<z.output<P>, z.output<Q>, z.output<B>>, R>,
): Route => ({
  ...frame(declared),
  access: { kind: 'centre', right: declared.right },
  handle: async (exchange, { who, from, centre }) => {
    if (!who || !from || !centre) throw new Error('a centre route was reached without a centre')
    return declared.handle({ ...(exchange as Exchange<z.output<P>, z.output<Q>, z.output<B>>), who, from, centre })
  },
})

const frame = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  declared: Shape<P, Q, B> & ({ status?: number; reply: z.ZodType } | Raw),
) => ({
  method: declared.method,
  path: declared.path,
  name: declared.name,
  summary: declared.summary,
  asksOnly: declared.asksOnly ?? false,
  bodyKilobytes: declared.bodyKilobytes,
  params: declared.params,
  query: declared.query,
  body: declared.body,
  success: 'raw' in declared ? declared.raw : { status: declared.status ?? 200, schema: declared.reply },
})
