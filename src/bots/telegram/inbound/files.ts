import { type Api, GrammyError } from 'grammy'
import { type ApiAddress, requestTimeoutSeconds } from '../api-options.ts'

/** A photo above this is refused, bytes; a phone's photo on Telegram has a few hundred kilobytes. */
export const maxPhotoBytes = 10_000_000

export type Download = { ok: true; bytes: Uint8Array } | { ok: false; reason: 'tooLarge' | 'gone' }

export interface FileDownloads {
  /** @throws when it may work later; errors hold neither address nor token */
  download(fileId: string): Promise<Download>
}

/** Files come from the same server as the API, under /file. */
export const createFileDownloads = (api: Api, { token, apiRoot }: ApiAddress): FileDownloads => ({
  async download(fileId) {
    const path = await pathOf(api, fileId)
    if (typeof path !== 'string') return path
    const response = await fetch(`${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${path}`, {
      signal: AbortSignal.timeout(requestTimeoutSeconds * 1000),
    }).catch(error => {
      throw new Error(`file download failed: ${error instanceof Error ? error.name : 'unknown'}`)
    })
    if (response.status === 404) return { ok: false, reason: 'gone' }
    if (!response.ok || !response.body) throw new Error(`file download failed: HTTP ${response.status}`)
    return readAll(response.body)
  },
})

const pathOf = async (api: Api, fileId: string): Promise<string | Download> => {
  try {
    const file = await api.getFile(fileId)
    if ((file.file_size ?? 0) > maxPhotoBytes) return { ok: false, reason: 'tooLarge' }
    return file.file_path ?? { ok: false, reason: 'gone' }
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    return { ok: false, reason: /too big/i.test(error.description) ? 'tooLarge' : 'gone' }
  }
}

const readAll = async (body: ReadableStream<Uint8Array>): Promise<Download> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > maxPhotoBytes) return { ok: false, reason: 'tooLarge' }
    chunks.push(chunk)
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}
