import { Router } from 'express'
import { parse } from '../../shared/control/parse.ts'
import type { RefusalReason } from '../contract.ts'
import { ControlError, type ControlErrorCode } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { viewMessage } from '../views.ts'
import { type Changed, edit, react, revoke, vote } from '../world/change.ts'
import { readChat } from '../world/receipts.ts'
import { post } from '../world/speak.ts'
import { tellMessage } from '../world/tell.ts'
import { actorOf, chatOf, input, messageOf } from './input.ts'
import { saidContent } from './said.ts'

/** What people do in a chat with their phones. */
export function actingRoutes(sim: Sim): Router {
  const router = Router()

  router.post('/chats/:chat/say', async (req, res) => {
    const chat = chatOf(sim, req)
    const said = parse(input.say, req.body)
    const author = actorOf(sim, chat, said.as).phone
    const quotes = said.quote === undefined ? null : messageOf(chat, said.quote).id
    const mentions = said.mentions.map(who => actorOf(sim, chat, who).phone)
    const content = await saidContent(sim, said)
    const message = post(sim, chat, { author, byDevice: false, content, quotes, mentions })
    res.status(201).json(viewMessage(sim.world, chat, message))
  })
  router.patch('/chats/:chat/messages/:message', (req, res) => {
    const chat = chatOf(sim, req)
    const message = messageOf(chat, req.params.message)
    const wish = parse(input.edit, req.body)
    const by = wish.as === undefined ? message.author : actorOf(sim, chat, wish.as).phone
    done(edit(sim, chat, message, by, wish.text))
    res.json(viewMessage(sim.world, chat, message))
  })
  router.delete('/chats/:chat/messages/:message', (req, res) => {
    const chat = chatOf(sim, req)
    const message = messageOf(chat, req.params.message)
    const { as } = parse(input.by, req.body)
    done(revoke(sim, chat, message, as === undefined ? message.author : actorOf(sim, chat, as).phone))
    res.status(204).end()
  })
  router.post('/chats/:chat/messages/:message/reaction', (req, res) => {
    const chat = chatOf(sim, req)
    const message = messageOf(chat, req.params.message)
    const { as, emoji } = parse(input.react, req.body)
    done(react(sim, chat, message, actorOf(sim, chat, as).phone, emoji))
    res.json(viewMessage(sim.world, chat, message))
  })
  router.post('/chats/:chat/messages/:message/vote', (req, res) => {
    const chat = chatOf(sim, req)
    const message = messageOf(chat, req.params.message)
    const { as, options } = parse(input.vote, req.body)
    if (message.content.kind !== 'poll') throw new ControlError('wrong_message_kind')
    const all = message.content.poll.options
    const chosen = options.map(option => all.indexOf(option))
    if (chosen.includes(-1)) throw new ControlError('unknown_option')
    done(vote(sim, chat, message, actorOf(sim, chat, as).phone, chosen))
    res.json(viewMessage(sim.world, chat, message))
  })
  router.put('/chats/:chat/messages/:message/media', (req, res) => {
    const chat = chatOf(sim, req)
    const message = messageOf(chat, req.params.message)
    if (message.content.kind !== 'media') throw new ControlError('wrong_message_kind')
    message.content.media.gone = parse(input.media, req.body).gone
    tellMessage(sim, chat, message)
    res.json(viewMessage(sim.world, chat, message))
  })
  router.post('/chats/:chat/read', (req, res) => {
    const chat = chatOf(sim, req)
    const { as } = parse(input.read, req.body)
    const readers = as === undefined ? [...chat.members.keys()] : [actorOf(sim, chat, as).phone]
    for (const reader of readers) readChat(sim, chat, reader)
    res.status(204).end()
  })
  return router
}

const CODES: Readonly<Partial<Record<RefusalReason, ControlErrorCode>>> = {
  unknown_message: 'unknown_message',
  not_your_message: 'not_your_message',
  too_late: 'too_late',
  nothing_to_change: 'wrong_message_kind',
}

function done(refused: Changed): void {
  if (refused) throw new ControlError(CODES[refused] ?? 'invalid_input', [refused])
}
