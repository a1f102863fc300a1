import type { File } from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import { MAX_DOWNLOAD_BYTES } from '../files.ts'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'

export function getFile(sim: Sim, params: Params): File {
  if (!params.has('file_id')) throw badRequest('file_id not specified')
  const file = sim.files.byId(params.text('file_id'))
  if (!file) throw badRequest('invalid file_id')
  if (file.bytes.length > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big')
  return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.bytes.length, file_path: file.path }
}
