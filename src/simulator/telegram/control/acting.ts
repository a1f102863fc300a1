import { Router } from 'express'
import { closing } from '../../shared/closing.ts'
import { parse } from '../../shared/control/parse.ts'
import type { PressOutcome } from '../contract.ts'
import type { Sim } from '../sim.ts'
import { viewHistory } from '../views.ts'
import { press } from '../world/press.ts'
import { deleteAsPerson, editOwn, moveLive, speak } from '../world/speak.ts'
import { chatOf, input, messageIdOf, optionalUser, speakerOf, userOf } from './input.ts'
import { saidContent } from './said.ts'

/** What people do in a chat: write, press, edit, delete. */
export function actingRoutes(sim: Sim): Router {
  const router = Router()

  router.post('/chats/:chat/say', async (req, res) => {
    const chat = chatOf(sim, req)
    const say = parse(input.say, req.body)
    const speaker = speakerOf(sim, say.as)
    const content = await saidContent(sim, say)
    res.status(201).json(speak(sim, chat, speaker, { content, replyTo: say.replyTo, topicId: say.topic }))
  })
  router.post('/chats/:chat/press', async (req, res) => {
    const chat = chatOf(sim, req)
    const { as, message, wait, ...wish } = parse(input.press, req.body)
    const pressed = press(sim, chat, userOf(sim, as), { ...wish, messageId: message })
    if (pressed.kind === 'link') {
      const { chat: where, message_id: messageId } = pressed.message.message
      const { url } = pressed
      res.json({
        queryId: '',
        chatId: where.id,
        messageId,
        status: 'link',
        text: null,
        alert: false,
        url,
      } satisfies PressOutcome)
      return
    }
    const { record } = pressed
    const answer = await sim.queries.wait(record, wait * 1000, closing(res))
    res.json({
      queryId: record.id,
      chatId: record.chatId,
      messageId: record.messageId,
      status: answer ? 'answered' : wait === 0 ? 'not-awaited' : 'unanswered',
      text: answer?.text ?? null,
      alert: answer?.alert ?? false,
      url: answer?.url ?? null,
    } satisfies PressOutcome)
  })
  router.patch('/chats/:chat/messages/:message', (req, res) => {
    const { text, as } = parse(input.edit, req.body)
    res.json(viewHistory(editOwn(sim, chatOf(sim, req), optionalUser(sim, as), messageIdOf(req), text)))
  })
  router.post('/chats/:chat/messages/:message/move', (req, res) => {
    const { stop, ...point } = parse(input.move, req.body)
    res.json(viewHistory(moveLive(sim, chatOf(sim, req), messageIdOf(req), point, stop)))
  })
  router.delete('/chats/:chat/messages/:message', (req, res) => {
    deleteAsPerson(sim, chatOf(sim, req), messageIdOf(req))
    res.status(204).end()
  })
  return router
}
