import type { Api } from 'grammy'
import type { CommonParts } from '../../inbound/parts.ts'
import type { BotIdentity } from '../identity.ts'
import type { FileDownloads } from './files.ts'

/** What working an update needs. */
export interface InboundParts extends CommonParts {
  api: Api
  botId: number
  identity: BotIdentity
  files: FileDownloads
}
