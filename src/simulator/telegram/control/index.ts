import type { Router } from 'express'
import { controlRouter } from '../../shared/control/router.ts'
import type { Sim } from '../sim.ts'
import { actingRoutes } from './acting.ts'
import { chatRoutes } from './chats.ts'
import { disturbanceRoutes } from './disturbances.ts'
import { peopleRoutes } from './people.ts'
import { watchingRoutes } from './watching.ts'

/** The control API under `/sim/api`: what people do, what is shown, what goes wrong. */
export const controlRoutes = (sim: Sim): Router =>
  controlRouter('32mb', [
    chatRoutes(sim),
    actingRoutes(sim),
    peopleRoutes(sim),
    disturbanceRoutes(sim),
    watchingRoutes(sim),
  ])
