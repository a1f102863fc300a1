import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Machine ms between a change and its saving; longer when the last saving took long. */
const SAVE_AFTER_MS = 200
const SAVE_SHARE = 20

interface KeptWorld<File extends { readonly bytes: Buffer }> {
  readonly path: string
  /** Calls back at every change; returns what ends that. */
  readonly changes: readonly ((changed: () => void) => () => void)[]
  files(): readonly File[]
  /** The name under which a file's bytes are kept. */
  nameOf(file: File): string
  /** What is saved beside the files' bytes; `clean`: by an orderly stop. */
  snapshot(files: readonly File[], clean: boolean): object
}

/** Saves a world some time after each change; `close` saves the last time. */
export function keepWorld<File extends { readonly bytes: Buffer }>(world: KeptWorld<File>): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> = Promise.resolve()
  let tookMs = 0
  const stored = new Set<string>()
  const save = (clean: boolean): Promise<void> => {
    saving = saving.then(async () => {
      const start = performance.now()
      await write(world, clean, stored)
      tookMs = performance.now() - start
    })
    return saving
  }
  const later = (): void => {
    const wait = Math.max(SAVE_AFTER_MS, tookMs * SAVE_SHARE)
    timer ??= setTimeout(() => {
      timer = undefined
      void save(false)
    }, wait)
  }
  const stops = world.changes.map(listen => listen(later))
  return {
    async close() {
      for (const stop of stops) stop()
      clearTimeout(timer)
      await save(true)
    },
  }
}

async function write<File extends { readonly bytes: Buffer }>(
  { path, files: filesOf, nameOf, snapshot }: KeptWorld<File>,
  clean: boolean,
  stored: Set<string>,
): Promise<void> {
  await mkdir(filesFolder(path), { recursive: true })
  const files = filesOf()
  for (const file of files) {
    const name = nameOf(file)
    if (stored.has(name)) continue
    await writeFile(storedAt(path, name), file.bytes)
    stored.add(name)
  }
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeFile(temporary, JSON.stringify(snapshot(files, clean)))
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Reads a saved world; undefined when there is none. @throws Error when the file is not one of this version */
export async function readWorld<Saved extends { readonly schema: number }>(
  path: string,
  schema: Saved['schema'],
): Promise<Saved | undefined> {
  const text = await readIfThere(path)
  if (text === undefined) return undefined
  const saved: Saved = JSON.parse(text)
  if (saved.schema !== schema) throw new Error(`${path} is not a saved world of this version (schema ${saved.schema})`)
  return saved
}

/** The bytes of a file that was kept with a world. */
export const readStored = (path: string, name: string): Promise<Buffer> => readFile(storedAt(path, name))

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const filesFolder = (path: string): string => `${path}.files`
const storedAt = (path: string, name: string): string => join(filesFolder(path), name)
