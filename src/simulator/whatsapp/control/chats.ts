import { Router } from 'express'
import { parse } from '../../shared/control/parse.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { viewChat, viewMessage } from '../views.ts'
import { addMember, createGroup, privateChat, removeMember, rename, setAdmin, setAnnounce } from '../world/chats.ts'
import { chatOf, input, personOf } from './input.ts'

/** Groups and private chats, who is in them and what stands in them. */
export function chatRoutes(sim: Sim): Router {
  const router = Router()

  router.get('/chats', (_req, res) => {
    res.json([...sim.world.chats.values()].map(chat => viewChat(sim.world, chat)))
  })
  router.post('/chats', (req, res) => {
    const { owner, ...wish } = parse(input.group, req.body)
    for (const label of wish.labels) refuseTaken(sim, label)
    const people = (names: readonly string[]) => names.map(name => personOf(sim, name))
    const members = [...people(wish.members), ...(owner ? [sim.owner] : [])]
    const chat = createGroup(sim, { ...wish, members, admins: people(wish.admins) })
    res.status(201).json(viewChat(sim.world, chat))
  })
  router.post('/chats/private', (req, res) => {
    const wish = parse(input.privateChat, req.body)
    const other = wish.with === undefined ? sim.owner : personOf(sim, wish.with)
    res.json(viewChat(sim.world, privateChat(sim, personOf(sim, wish.person), other)))
  })
  router.get('/chats/:chat', (req, res) => {
    res.json(viewChat(sim.world, chatOf(sim, req)))
  })
  router.get('/chats/:chat/messages', (req, res) => {
    const chat = chatOf(sim, req)
    const { limit } = parse(input.messagesQuery, req.query)
    res.json([...chat.messages.values()].slice(-limit).map(message => viewMessage(sim.world, chat, message)))
  })
  router.patch('/chats/:chat', (req, res) => {
    const chat = chatOf(sim, req)
    const { title, announce, by } = parse(input.groupChange, req.body)
    const person = personOf(sim, by)
    if (title !== undefined) rename(sim, chat, title, person)
    if (announce !== undefined) setAnnounce(sim, chat, announce, person)
    res.json(viewChat(sim.world, chat))
  })
  router.post('/chats/:chat/members', (req, res) => {
    const chat = chatOf(sim, req)
    const wish = parse(input.member, req.body)
    const person = personOf(sim, wish.person)
    const by = wish.by === undefined ? person : personOf(sim, wish.by)
    const member = chat.members.get(person.phone)
    if (wish.status === 'out') {
      if (!member) throw new ControlError('not_a_member')
      removeMember(sim, chat, person, by)
    } else if (!member) addMember(sim, chat, person, by, wish.status === 'admin')
    else if (member.admin !== (wish.status === 'admin')) setAdmin(sim, chat, member, wish.status === 'admin', by)
    res.json(viewChat(sim.world, chat))
  })
  router.post('/chats/:chat/labels', (req, res) => {
    const chat = chatOf(sim, req)
    const { label } = parse(input.label, req.body)
    refuseTaken(sim, label)
    chat.labels.push(label)
    sim.journal.add({ kind: 'chat', chatId: chat.id, chat: viewChat(sim.world, chat) })
    res.json(viewChat(sim.world, chat))
  })
  return router
}

function refuseTaken(sim: Sim, label: string): void {
  const wanted = label.toLowerCase()
  const taken = [...sim.world.chats.values()].some(({ labels }) => labels.some(known => known.toLowerCase() === wanted))
  if (taken) throw new ControlError('label_taken')
}
