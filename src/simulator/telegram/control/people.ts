import { Router } from 'express'
import { parse } from '../../shared/control/parse.ts'
import type { Sim } from '../sim.ts'
import { viewChat, viewUser } from '../views.ts'
import { createUser, openPrivateChat, setBlocked, setDeactivated } from '../world/people.ts'
import { saidText, speak } from '../world/speak.ts'
import { input, userOf } from './input.ts'

/** Making people, and what they do with the bot beyond one chat. */
export function peopleRoutes(sim: Sim): Router {
  const router = Router()

  router.get('/users', (_req, res) => {
    res.json([...sim.world.users.values()].map(viewUser))
  })
  router.post('/users', (req, res) => {
    res.status(201).json(viewUser(createUser(sim, parse(input.user, req.body))))
  })
  router.get('/users/:user', (req, res) => {
    res.json(viewUser(userOf(sim, req.params.user)))
  })
  router.post('/users/:user/start', (req, res) => {
    const user = userOf(sim, req.params.user)
    const { payload } = parse(input.start, req.body)
    const chat = openPrivateChat(sim, user)
    const text = payload ? `/start ${payload}` : '/start'
    res.status(201).json({ ...speak(sim, chat, { user }, { content: saidText(text) }), chat: viewChat(chat) })
  })
  router.post('/users/:user/blocked', (req, res) => {
    const user = userOf(sim, req.params.user)
    setBlocked(sim, user, parse(input.flag, req.body).value)
    res.json(viewUser(user))
  })
  router.post('/users/:user/deactivated', (req, res) => {
    const user = userOf(sim, req.params.user)
    setDeactivated(sim, user, parse(input.flag, req.body).value)
    res.json(viewUser(user))
  })
  return router
}
