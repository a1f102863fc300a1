export interface StoredFile {
  readonly id: string
  readonly mime: string
  readonly bytes: Buffer
}

/** The bytes behind photos, voice notes and documents. */
export class FileStore {
  readonly #byId = new Map<string, StoredFile>()

  add(file: StoredFile): StoredFile {
    this.#byId.set(file.id, file)
    return file
  }

  get(id: string): StoredFile | undefined {
    return this.#byId.get(id)
  }

  all(): StoredFile[] {
    return [...this.#byId.values()]
  }
}
