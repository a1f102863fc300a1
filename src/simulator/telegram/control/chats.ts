import { Router } from 'express'
import { z } from 'zod'
import { parse } from '../../shared/control/parse.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { viewChat, viewHistory } from '../views.ts'
import {
  addLabel,
  changeTopic,
  createGroup,
  createTopic,
  deleteGroup,
  removeLabel,
  setMember,
  setRights,
} from '../world/groups.ts'
import { setBotStatus } from '../world/membership.ts'
import { migrate } from '../world/migrate.ts'
import type { SimChat, SimMessage } from '../world/state.ts'
import { chatOf, input, optionalUser, userOf } from './input.ts'

/** Making chats, changing them, reading what they show. */
export function chatRoutes(sim: Sim): Router {
  const router = Router()

  router.get('/chats', (_req, res) => {
    res.json([...sim.world.chats.values()].map(viewChat))
  })
  router.post('/chats', (req, res) => {
    const wish = parse(input.chat, req.body)
    const members = wish.members.map(who => userOf(sim, who))
    res.status(201).json(viewChat(createGroup(sim, { ...wish, members })))
  })
  router.get('/chats/:chat', (req, res) => {
    res.json(viewChat(chatOf(sim, req)))
  })
  router.get('/chats/:chat/messages', (req, res) => {
    const { limit, topic, deleted } = parse(input.messagesQuery, req.query)
    const shown = withHistory(sim, chatOf(sim, req))
      .filter(record => deleted === 'true' || record.deletedAt === undefined)
      .filter(record => topic === undefined || record.message.message_thread_id === topic)
    res.json(shown.slice(-limit).map(viewHistory))
  })
  router.post('/chats/:chat/labels', (req, res) => {
    const chat = chatOf(sim, req)
    addLabel(sim, chat, parse(input.label, req.body).label)
    res.json(viewChat(chat))
  })
  router.delete('/chats/:chat/labels/:label', (req, res) => {
    const chat = chatOf(sim, req)
    removeLabel(sim, chat, req.params.label)
    res.json(viewChat(chat))
  })
  router.post('/chats/:chat/topics', (req, res) => {
    const { name, as } = parse(input.topic, req.body)
    const { id, closed } = createTopic(sim, chatOf(sim, req), name, optionalUser(sim, as))
    res.status(201).json({ id, name, closed })
  })
  router.patch('/chats/:chat/topics/:topic', (req, res) => {
    const id = parse(z.object({ topic: z.coerce.number().int() }), req.params).topic
    const { name, closed } = changeTopic(sim, chatOf(sim, req), id, parse(input.topicChange, req.body))
    res.json({ id, name, closed })
  })
  router.post('/chats/:chat/bot', (req, res) => {
    const chat = chatOf(sim, req)
    const { status, by } = parse(input.bot, req.body)
    if (chat.type === 'private') throw new ControlError('wrong_chat_type')
    const [first] = chat.members
    setBotStatus(sim, chat, status, optionalUser(sim, by)?.id ?? first ?? sim.bot.id)
    res.json(viewChat(chat))
  })
  router.post('/chats/:chat/rights', (req, res) => {
    const chat = chatOf(sim, req)
    setRights(sim, chat, parse(input.rights, req.body))
    res.json(viewChat(chat))
  })
  router.post('/chats/:chat/members', (req, res) => {
    const chat = chatOf(sim, req)
    const { user, status, by } = parse(input.member, req.body)
    setMember(sim, chat, userOf(sim, user), status, optionalUser(sim, by))
    res.json(viewChat(chat))
  })
  router.post('/chats/:chat/migrate', (req, res) => {
    res.json(viewChat(migrate(sim, chatOf(sim, req), parse(input.migrate, req.body).announce)))
  })
  router.delete('/chats/:chat', (req, res) => {
    const chat = chatOf(sim, req)
    deleteGroup(sim, chat)
    res.json(viewChat(chat))
  })
  return router
}

/** A supergroup shows what was written while it was a group first. */
function withHistory(sim: Sim, chat: SimChat): SimMessage[] {
  const older = chat.migratedFrom === undefined ? undefined : sim.world.chats.get(chat.migratedFrom)
  const own = [...chat.messages.values()]
  return older ? [...withHistory(sim, older), ...own] : own
}
