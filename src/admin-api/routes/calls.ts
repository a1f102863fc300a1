import { z } from 'zod'
import type { SetCaller } from '../contract/index.ts'
import { classifyCall, empty, openCall, recordAnswer, referCall, setCaller } from '../contract/inputs.ts'
import { callList, callView } from '../contract/service.ts'
import { found, granted } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { normalisePhone } from '../phone-number.ts'
import { callIdFor } from '../record-ids.ts'
import type { Services } from '../services.ts'
import { callCommand } from './call-command.ts'
import { requireOwnCall } from './own.ts'
import { ofCall, ofCentre } from './parameters.ts'

const calls = '/api/centres/{centre}/calls'
const listQuery = z.strictObject({
  open: z.enum(['0', '1']).default('0'),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})

export const callRoutes = ({ application }: Services): Route[] => [
  centreRoute({
    method: 'get',
    path: calls,
    name: 'listCalls',
    summary: 'Calls of the centre, newest first; open=1: those that are not over',
    right: 'readService',
    params: ofCentre,
    query: listQuery,
    reply: callList,
    handle: async ({ centre, query }) => ({
      calls: await application.queries.calls(centre.code, { openOnly: query.open === '1', limit: query.limit }),
    }),
  }),
  centreRoute({
    method: 'post',
    path: calls,
    name: 'openCall',
    summary: '112 rings: opens a call',
    right: 'answerCalls',
    params: ofCentre,
    body: openCall,
    status: 201,
    reply: callView,
    handle: async ({ centre, from, body }) => {
      const { phone, name } = callerOf(body)
      const input = {
        centre: centre.code,
        callId: callIdFor(centre.code, from),
        phone: phone ?? null,
        name: name ?? null,
      }
      return granted(await application.calls.open(from, input))
    },
  }),
  centreRoute({
    method: 'get',
    path: `${calls}/{call}`,
    name: 'readCall',
    summary: 'One call',
    right: 'readService',
    params: ofCall,
    reply: callView,
    handle: async ({ centre, params }) => {
      requireOwnCall(centre.code, params.call)
      return found(await application.queries.call(params.call))
    },
  }),
  ...callCommandRoutes(application),
]

const callCommandRoutes = (application: Services['application']): Route[] => {
  const command = callCommand(application)
  return [
    command({
      path: 'calls/{call}/classify',
      name: 'call.classify',
      summary: 'Says what kind of call it is; a normal one opens its incident',
      right: 'answerCalls',
      body: classifyCall,
      send: (commands, from, call, body) => commands.classify(from, call, body.callClass),
    }),
    command({
      path: 'calls/{call}/caller',
      name: 'call.caller',
      summary: "Sets the caller's number or name",
      right: 'answerCalls',
      body: setCaller,
      send: (commands, from, call, body) => commands.setCaller(from, call, callerOf(body)),
    }),
    command({
      path: 'calls/{call}/answer',
      name: 'call.answer',
      summary: 'Records the answer that an information call got',
      right: 'answerCalls',
      body: recordAnswer,
      send: (commands, from, call, body) => commands.recordAnswer(from, call, body),
    }),
    command({
      path: 'calls/{call}/referral',
      name: 'call.referral',
      summary: 'Refers the matter to somebody else',
      right: 'answerCalls',
      body: referCall,
      send: (commands, from, call, body) => commands.refer(from, call, body),
    }),
    command({
      path: 'calls/{call}/end',
      name: 'call.end',
      summary: 'The line is closed',
      right: 'answerCalls',
      body: empty,
      send: (commands, from, call) => commands.end(from, call),
    }),
  ]
}

const callerOf = ({ phone, name }: SetCaller): SetCaller => ({
  ...(phone !== undefined && { phone: phone === null ? null : normalisePhone(phone) }),
  ...(name !== undefined && { name: name === null ? null : name.trim() || null }),
})
