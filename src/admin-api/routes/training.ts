import type { ClockSetting } from '../../application/ports/clocks.ts'
import type { TrainingClockView } from '../contract/index.ts'
import { clockChange, idleView, trainingClockView, trainingLinks } from '../contract/operation.ts'
import type { TrainingControls } from '../dependencies.ts'
import { baseUrlOf } from '../http/base-url.ts'
import { openRoute, type Route, userRoute } from '../http/route.ts'
import type { Services } from '../services.ts'

/** Levers of a drill, on this machine only; in MODE=live none of these routes exists. */
export const trainingRoutes = (services: Services, training: TrainingControls): Route[] => {
  const { serviceClock, openRequests } = services
  const viewOf = ({ machine, service, rate }: ClockSetting): TrainingClockView => ({
    now: serviceClock.now(),
    rate,
    machine,
    service,
  })
  return [
    openRoute({
      method: 'get',
      path: '/api/training/clock',
      name: 'readTrainingClock',
      summary: 'How the service clock runs',
      access: { kind: 'local' },
      reply: trainingClockView,
      handle: async () => viewOf(await training.clock()),
    }),
    userRoute({
      method: 'post',
      path: '/api/training/clock',
      name: 'changeTrainingClock',
      summary: 'Scales, forwards or holds the service clock',
      access: { kind: 'signedIn', thisMachine: true },
      body: clockChange,
      reply: trainingClockView,
      handle: async ({ body }) => viewOf(await training.changeClock(body)),
    }),
    openRoute({
      method: 'get',
      path: '/api/training/idle',
      name: 'readIdle',
      summary: 'Whether any work is under way or due',
      access: { kind: 'local' },
      reply: idleView,
      handle: async () => {
        const waiting = { ...(await training.waiting()), requests: openRequests.count() }
        return { idle: Object.values(waiting).every(count => count === 0), waiting }
      },
    }),
    openRoute({
      method: 'get',
      path: '/api/training/links',
      name: 'readTrainingLinks',
      summary: 'A sign-in link for each role',
      access: { kind: 'local' },
      reply: trainingLinks,
      handle: ({ request }) => ({
        links: training.links.map(({ role, name, path }) => ({ role, name, url: `${baseUrlOf(request, {})}${path}` })),
      }),
    }),
  ]
}
