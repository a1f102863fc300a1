import type { BotCommand, UserFromGetMe } from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import { isRecord, type Params } from '../params.ts'
import type { Sim } from '../sim.ts'

export function getMe(sim: Sim): UserFromGetMe {
  const { id, username, firstName, privacy } = sim.bot
  return {
    id,
    is_bot: true,
    first_name: firstName,
    username,
    can_join_groups: true,
    can_read_all_group_messages: !privacy,
    can_manage_bots: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    supports_guest_queries: false,
    supports_join_request_queries: false,
  }
}

export function setMyCommands(sim: Sim, params: Params): true {
  const value = params.nested('commands')
  if (!Array.isArray(value)) throw badRequest("can't parse commands JSON object")
  if (value.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  sim.bot.commands = value.map(readCommand)
  return true
}

export function getMyCommands(sim: Sim): BotCommand[] {
  return sim.bot.commands
}

export function deleteMyCommands(sim: Sim): true {
  sim.bot.commands = []
  return true
}

/** Telegram takes lower-case commands of 1-32 letters, digits and underscores with a description of 1-256 characters. */
function readCommand(value: unknown): BotCommand {
  if (!isRecord(value)) throw badRequest("can't parse BotCommand: expected an Object")
  const command = typeof value.command === 'string' ? value.command.replace(/^\//, '') : ''
  const description = typeof value.description === 'string' ? value.description.trim() : ''
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  return { command, description }
}

/** From then on the token is refused here, as the bot may move to another server. */
export function logOut(sim: Sim): true {
  sim.bot.loggedOut = true
  return true
}

export function close(): true {
  return true
}
