import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, fit for a URL and a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored instead of the secret. A plain hash is enough: the secret is random, not chosen by a person. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
