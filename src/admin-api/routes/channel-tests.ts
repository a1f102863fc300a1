import { channelTestsView, channelTestView, newChannelTest } from '../contract/channel-tests.ts'
import { empty } from '../contract/inputs.ts'
import { granted } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { id, ofCentre } from './parameters.ts'

const tests = '/api/centres/{centre}/channel-tests'

/** Uji saluran: who answers a drill message, and how fast. */
export const channelTestRoutes = (services: Services): Route[] => {
  const { channelTests } = services.application
  return [
    centreRoute({
      method: 'get',
      path: tests,
      name: 'listChannelTests',
      summary: 'The running channel test, earlier ones, how each agency did, and whom a test may ask',
      right: 'testChannels',
      params: ofCentre,
      reply: channelTestsView,
      handle: ({ centre }) => channelTests.overview(centre.code),
    }),
    centreRoute({
      method: 'post',
      path: tests,
      name: 'startChannelTest',
      summary: 'Sends a drill message to the chats of these agencies, or of all; one test at a time',
      right: 'testChannels',
      params: ofCentre,
      body: newChannelTest,
      status: 201,
      reply: channelTestView,
      handle: async ({ centre, from, body }) => {
        const test = granted(await channelTests.start(from, centre.code, body))
        const { agencies, minutes } = test
        const after = { agencies: agencies.map(({ agency }) => agency), minutes }
        await note(services, from, centre.code, 'channelTestStarted', test.id, { before: null, after })
        return test
      },
    }),
    centreRoute({
      method: 'post',
      path: `${tests}/{test}/end`,
      name: 'endChannelTest',
      summary: 'Ends a running test early; its messages say so',
      right: 'testChannels',
      params: ofCentre.extend({ test: id }),
      body: empty,
      reply: channelTestView,
      handle: async ({ centre, from, params }) => {
        const test = granted(await channelTests.end(from, centre.code, params.test))
        await note(services, from, centre.code, 'channelTestEnded', test.id)
        return test
      },
    }),
  ]
}
