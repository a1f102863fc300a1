import { randomInt } from 'node:crypto'
import type { DirectoryStore } from '../../application/ports/administration.ts'
import type { Audience, ChatStore, PairedChat, PairingCode } from '../../application/ports/chats.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import {
  chatList,
  checkChats,
  checksAsked,
  newPairingCode,
  pairingCodeList,
  pairingCodeView,
} from '../contract/administration.ts'
import type { ChatView, PairingCodeView } from '../contract/index.ts'
import { empty } from '../contract/inputs.ts'
import { allDone, done } from '../contract/session.ts'
import { found, granted, Refused } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { belongsTo } from '../rights.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { id, ofCentre } from './parameters.ts'

const chatsPath = '/api/admin/centres/{centre}/chats'
const codesPath = '/api/admin/centres/{centre}/pairing-codes'
/** Service milliseconds for which a pairing code is good. */
const codeMs = 86_400_000
/** Six digits may meet one that is in use; so many meetings in a row mean that something is wrong. */
const codeTries = 20

export const adminChatRoutes = (services: Services): Route[] => {
  const { chats, directory, serviceClock, live } = services
  const viewOfChat = (chat: PairedChat): ChatView => {
    const link = chat.health.status === 'down' ? (services.openingLink?.(chat.audience) ?? null) : null
    return { ...plainView(chat), ...(link !== null && { openingLink: link }) }
  }
  const viewOfCode = (code: PairingCode): PairingCodeView => {
    const link = services.pairingLink?.(code.code, code.audience) ?? null
    const state = stateOf(code, serviceClock.now())
    return {
      code: code.code,
      audience: code.audience,
      expiresAt: code.expiresAt,
      state,
      ...(code.usedAt !== undefined && { usedAt: code.usedAt }),
      ...(link !== null && state === 'open' && { deepLink: link }),
    }
  }
  return [
    centreRoute({
      method: 'get',
      path: chatsPath,
      name: 'listChats',
      summary: 'Paired chats and how they are',
      right: 'administer',
      params: ofCentre,
      reply: chatList,
      handle: async ({ centre }) => ({ chats: (await chats.list(centre.code)).map(viewOfChat) }),
    }),
    centreRoute({
      method: 'post',
      path: `${chatsPath}/check`,
      name: 'checkChats',
      summary: 'A silent check of one chat, or of all, as soon as there is room; live changes tell of each',
      right: 'administer',
      params: ofCentre,
      body: checkChats,
      reply: checksAsked,
      handle: async ({ centre, from, body }) => {
        const asked = granted(await services.application.channelTests.check(centre.code, body.chat))
        await note(services, from, centre.code, 'chatsChecked', body.chat ?? centre.code)
        return { asked }
      },
    }),
    centreRoute({
      method: 'delete',
      path: `${chatsPath}/{chat}`,
      name: 'unbindChat',
      summary: 'Ends a pairing: the chat gets and does nothing any more',
      right: 'administer',
      params: ofCentre.extend({ chat: id }),
      body: empty,
      reply: done,
      handle: async ({ centre, params, from }) => {
        const chat = await chats.byId(params.chat)
        const own = found(chat?.centre === centre.code ? chat : null)
        await chats.unbind(own.id)
        const trail = { before: { audience: own.audience, channel: own.channel }, after: null }
        await note(services, from, centre.code, 'chatUnbound', own.id, trail)
        live.publish({ centre: centre.code, topic: 'channel', id: own.id })
        return allDone
      },
    }),
    centreRoute({
      method: 'get',
      path: codesPath,
      name: 'listPairingCodes',
      summary: 'Pairing codes, the newest first',
      right: 'administer',
      params: ofCentre,
      reply: pairingCodeList,
      handle: async ({ centre }) => ({ codes: (await chats.codes(centre.code)).map(viewOfCode) }),
    }),
    centreRoute({
      method: 'post',
      path: codesPath,
      name: 'addPairingCode',
      summary: 'A code of six digits, good for one /pasang within a day',
      right: 'administer',
      params: ofCentre,
      body: newPairingCode,
      status: 201,
      reply: pairingCodeView,
      handle: async ({ centre, who, from, body }) => {
        await requireAudience(directory, centre.code, body.audience)
        const expiresAt = serviceClock.now() + codeMs
        const code = await addCode(chats, {
          centre: centre.code,
          audience: body.audience,
          createdBy: who.user.id,
          expiresAt,
        })
        const trail = { before: null, after: { audience: body.audience, expiresAt } }
        await note(services, from, centre.code, 'pairingCodeMade', body.audience.kind, trail)
        return viewOfCode(code)
      },
    }),
    centreRoute({
      method: 'delete',
      path: `${codesPath}/{code}`,
      name: 'revokePairingCode',
      summary: 'Takes back a code that nobody used yet',
      right: 'administer',
      params: ofCentre.extend({ code: id }),
      body: empty,
      reply: pairingCodeView,
      handle: async ({ centre, params, from }) => {
        const code = await chats.code(params.code)
        const before = found(code?.centre === centre.code ? code : null)
        if (before.revokedAt !== undefined) return viewOfCode(before)
        const now = serviceClock.now()
        if (!(await chats.revokeCode(centre.code, before.code, now))) throw new Refused('codeSpent')
        const trail = { before: { audience: before.audience }, after: null }
        await note(services, from, centre.code, 'pairingCodeRevoked', before.audience.kind, trail)
        return viewOfCode({ ...before, revokedAt: now })
      },
    }),
  ]
}

const addCode = async (chats: ChatStore, about: Omit<PairingCode, 'code'>): Promise<PairingCode> => {
  for (let tried = 0; tried < codeTries; tried += 1) {
    const code = { ...about, code: String(randomInt(1_000_000)).padStart(6, '0') }
    if (await chats.addCode(code)) return code
  }
  throw new Refused('tryAgain')
}

const requireAudience = async (directory: DirectoryStore, centre: string, audience: Audience): Promise<void> => {
  if (audience.kind === 'user') {
    const user = found(await directory.user(audience.user), 'unknownUser')
    if (!user.active || !belongsTo(user, centre)) throw new Refused('unknownUser')
  }
  if (audience.kind === 'agency' || audience.kind === 'contact') {
    found(await directory.agency(centre, audience.agency), 'unknownAgency')
    if (audience.post === undefined) return
    const post = found(await directory.post(centre, audience.agency, audience.post), 'unknownPost')
    if (!post.active) throw new Refused('unknownPost')
  }
}

const stateOf = ({ usedAt, revokedAt, expiresAt }: PairingCode, now: Instant): PairingCodeView['state'] => {
  if (revokedAt !== undefined) return 'revoked'
  if (usedAt !== undefined) return 'used'
  return expiresAt <= now ? 'expired' : 'open'
}

const plainView = ({ pairedBy, ...chat }: PairedChat): ChatView => ({
  id: chat.id,
  channel: chat.channel,
  title: chat.title,
  audience: chat.audience,
  pairedAt: chat.pairedAt,
  pairedBy: pairedBy.kind === 'system' ? 'Tanggap 112' : pairedBy.name,
  health: chat.health,
  check: chat.check ?? null,
  checking: chat.checkAsked ?? false,
})
