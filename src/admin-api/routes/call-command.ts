import type { z } from 'zod'
import type { Application, CallCommands, Outcome, Sender } from '../../application/application.ts'
import type { CallView } from '../../application/views.ts'
import { callView } from '../contract/service.ts'
import { granted } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Right } from '../rights.ts'
import { requireOwnCall } from './own.ts'
import { ofCall } from './parameters.ts'

export interface CallCommandRoute<B extends z.ZodType> {
  /** below the centre: `calls/{call}/classify` */
  path: string
  name: string
  summary: string
  right: Right
  body: B
  send(commands: CallCommands, from: Sender, call: string, body: z.output<B>): Promise<Outcome<CallView>>
}

/** A command about one call of the centre; it answers with the call as it is afterwards. */
export const callCommand =
  ({ calls }: Pick<Application, 'calls'>) =>
  <B extends z.ZodType>(declared: CallCommandRoute<B>): Route =>
    centreRoute({
      method: 'post',
      path: `/api/centres/{centre}/${declared.path}`,
      name: declared.name,
      summary: declared.summary,
      right: declared.right,
      params: ofCall,
      body: declared.body,
      reply: callView,
      handle: async ({ centre, params, from, body }) => {
        requireOwnCall(centre.code, params.call)
        return granted(await declared.send(calls, from, params.call, body))
      },
    })
