import { callbackList, confirmReferral, reclassifyCall, recordCallback, referralList } from '../contract/call-desk.ts'
import { empty, withReason } from '../contract/inputs.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { callCommand } from './call-command.ts'
import { ofCentre } from './parameters.ts'

const centrePath = '/api/centres/{centre}'

/** Corrections, broken lines, call-back tasks, referrals, erasure. */
export const callDeskRoutes = ({ application }: Services): Route[] => {
  const { queries } = application
  const command = callCommand(application)
  return [
    centreRoute({
      method: 'get',
      path: `${centrePath}/callbacks`,
      name: 'listCallbacks',
      summary: 'Numbers to ring back, the open ones first',
      right: 'readService',
      params: ofCentre,
      reply: callbackList,
      handle: async ({ centre }) => ({ callbacks: await queries.callbacks(centre.code) }),
    }),
    command({
      path: 'callbacks/{call}',
      name: 'recordCallback',
      summary: 'What ringing back led to',
      right: 'answerCalls',
      body: recordCallback,
      send: (commands, from, call, body) => commands.recordCallback(from, call, body),
    }),
    centreRoute({
      method: 'get',
      path: `${centrePath}/referrals`,
      name: 'listReferrals',
      summary: 'Matters given to somebody else that nobody confirmed yet, or that came back',
      right: 'readService',
      params: ofCentre,
      reply: referralList,
      handle: async ({ centre }) => ({ referrals: await queries.referrals(centre.code) }),
    }),
    command({
      path: 'calls/{call}/dropped',
      name: 'call.dropped',
      summary: 'Terputus: the line broke off; a known number is to be rung back',
      right: 'answerCalls',
      body: empty,
      send: (commands, from, call) => commands.drop(from, call),
    }),
    command({
      path: 'calls/{call}/reclassify',
      name: 'call.reclassify',
      summary: "Corrects the class; a normal call's draft incident is cancelled with the reason",
      right: 'answerCalls',
      body: reclassifyCall,
      send: (commands, from, call, body) => commands.reclassify(from, call, body),
    }),
    command({
      path: 'calls/{call}/referral/confirm',
      name: 'call.referral.confirm',
      summary: 'The receiver has the matter',
      right: 'answerCalls',
      body: confirmReferral,
      send: (commands, from, call, body) => commands.confirmReferral(from, call, body),
    }),
    command({
      path: 'calls/{call}/referral/return',
      name: 'call.referral.return',
      summary: 'The receiver does not take the matter: it is ours again',
      right: 'answerCalls',
      body: withReason,
      send: (commands, from, call, body) => commands.returnReferral(from, call, body.reason),
    }),
    command({
      path: 'calls/{call}/erase',
      name: 'call.erase',
      summary: "Erases the caller's number, name and words for good",
      right: 'administer',
      body: empty,
      send: (commands, from, call) => commands.erase(from, call),
    }),
  ]
}
