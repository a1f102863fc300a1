import { Router } from 'express'
import { parse } from '../../shared/control/parse.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { viewPerson } from '../views.ts'
import { setOnline } from '../world/receipts.ts'
import { input, personOf } from './input.ts'

/** The people of the world. */
export function peopleRoutes(sim: Sim): Router {
  const router = Router()

  router.get('/people', (_req, res) => {
    res.json([...sim.world.people.values()].map(viewPerson))
  })
  router.post('/people', (req, res) => {
    const { phone, ...wish } = parse(input.person, req.body)
    if (phone !== undefined && sim.world.people.has(phone)) throw new ControlError('phone_taken')
    const person = sim.world.addPerson(phone === undefined ? wish : { ...wish, phone })
    sim.journal.add({ kind: 'person', person: viewPerson(person) })
    res.status(201).json(viewPerson(person))
  })
  router.get('/people/:person', (req, res) => {
    res.json(viewPerson(personOf(sim, req.params.person)))
  })
  router.patch('/people/:person', (req, res) => {
    const person = personOf(sim, req.params.person)
    const { online, addressing, phoneShown } = parse(input.personChange, req.body)
    person.addressing = addressing ?? person.addressing
    person.phoneShown = phoneShown ?? person.phoneShown
    if (online !== undefined) setOnline(sim, person, online)
    sim.journal.add({ kind: 'person', person: viewPerson(person) })
    res.json(viewPerson(person))
  })
  return router
}
