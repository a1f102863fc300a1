import { badRequest } from './api-error.ts'

/** A file that came in a multipart request. */
export interface UploadedFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
}

/**
 * The arguments of one Bot API call. Telegram takes the same argument as JSON value, form field or query field, so every
 * reader here accepts the typed value and its text alike; nested objects may come as JSON text.
 */
export class Params {
  readonly #values: ReadonlyMap<string, unknown>
  readonly #files: ReadonlyMap<string, UploadedFile>

  constructor(values: Iterable<readonly [string, unknown]>, files: Iterable<readonly [string, UploadedFile]> = []) {
    this.#values = new Map(values)
    this.#files = new Map(files)
  }

  has(name: string): boolean {
    const value = this.#values.get(name)
    return value !== undefined && value !== null && value !== ''
  }

  text(name: string): string {
    const value = this.#values.get(name)
    if (typeof value === 'string') return value
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  }

  /** A whole number, or undefined when the argument is missing or no number. */
  integer(name: string): number | undefined {
    const text = this.text(name).trim()
    return /^-?\d{1,16}$/.test(text) ? Number(text) : undefined
  }

  /** A decimal number, or undefined. */
  decimal(name: string): number | undefined {
    const text = this.text(name).trim()
    return /^-?\d{1,9}(\.\d{1,20})?$/.test(text) ? Number(text) : undefined
  }

  flag(name: string): boolean {
    return ['true', 'yes', '1'].includes(this.text(name).toLowerCase())
  }

  /** A nested object or list; undefined when missing. @throws 400 "can't parse <name> JSON object" */
  nested(name: string): unknown {
    const value = this.#values.get(name)
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch (error) {
      if (error instanceof SyntaxError) throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`)
      throw error
    }
  }

  /** The uploaded file of this argument: directly under its name or as `attach://<part>`. */
  file(name: string): UploadedFile | undefined {
    const reference = this.text(name)
    return this.#files.get(reference.startsWith('attach://') ? reference.slice('attach://'.length) : name)
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
