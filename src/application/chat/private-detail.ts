import type { PrivateCommands } from '../commands/private-chat.ts'
import type { ApplicationDeps } from '../context.ts'
import type { Detail } from './detail.ts'
import type { IsMember } from './membership.ts'
import { memberOf, refused } from './press-outcome.ts'
import { sceneOf } from './private-scene.ts'

/** The facts behind a card for a member of the group who came by the link of its "Lihat detail". */
export const createPrivateDetail =
  (deps: ApplicationDeps, isMember: IsMember, detail: Detail): PrivateCommands['openDetail'] =>
  async (from, token) => {
    const meaning = await deps.stores.tokens.meaning(token)
    const scene = meaning?.kind === 'card' ? await sceneOf(deps, meaning) : null
    if (!scene) return refused({ code: 'unknownToken', params: {} })
    const { chat, incident, assignment } = scene
    if (!(await isMember(from, chat, incident.id))) return refused({ code: 'notAMember', params: {} })
    return detail(incident, assignment, memberOf(chat, from))
  }
