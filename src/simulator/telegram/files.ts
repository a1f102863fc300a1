import { createHash } from 'node:crypto'

export interface StoredFile {
  readonly fileId: string
  readonly uniqueId: string
  /** Path under /file/bot<token>/, such as `photos/file_3.jpg`. */
  readonly path: string
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

/** The largest file that getFile hands out, in bytes, as at Telegram. */
export const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/ogg': 'oga',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'jpg',
}

export interface NewFile {
  readonly folder: 'photos' | 'documents' | 'voice' | 'stickers'
  readonly number: number
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
  readonly width?: number
  readonly height?: number
}

/** The files of the simulated Telegram. */
export class FileStore {
  readonly #byId = new Map<string, StoredFile>()
  readonly #byPath = new Map<string, StoredFile>()

  add(file: NewFile): StoredFile {
    const digest = createHash('sha256').update(file.bytes).update(String(file.number)).digest('base64url')
    return this.restore({
      fileId: `AgACAgUAAxkB${digest.slice(0, 43)}${file.number.toString(36)}`,
      uniqueId: `AQAD${digest.slice(0, 11)}`,
      path: `${file.folder}/file_${file.number}.${EXTENSIONS[file.mime] ?? 'bin'}`,
      name: file.name,
      mime: file.mime,
      bytes: file.bytes,
      width: file.width ?? 0,
      height: file.height ?? 0,
    })
  }

  restore(file: StoredFile): StoredFile {
    this.#byId.set(file.fileId, file)
    this.#byPath.set(file.path, file)
    return file
  }

  byId(fileId: string): StoredFile | undefined {
    return this.#byId.get(fileId)
  }

  byPath(path: string): StoredFile | undefined {
    return this.#byPath.get(path)
  }

  all(): StoredFile[] {
    return [...this.#byId.values()]
  }
}
