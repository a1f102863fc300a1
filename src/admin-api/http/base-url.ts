import type { Request } from 'express'
import type { AdminApiConfig } from '../dependencies.ts'

/** Where people reach the page, without a slash at the end: the configured address, else the one of this request. */
export const baseUrlOf = (request: Request, { publicUrl }: Pick<AdminApiConfig, 'publicUrl'>): string =>
  publicUrl ?? `${request.protocol}://${request.host}`
