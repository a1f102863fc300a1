import { Ambiguous, ChannelError, Temporary } from '../../../../application/ports/channel.ts'
import { TooSlow, within } from '../../../../lib/within.ts'

/** What a failure of the page may be called in logs and on the health page: its kind, never its words. */
const kindOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

/**
 * Something asked of the page that may be asked again without harm.
 * @throws ChannelError Temporary when the page fails or is silent for `ms` of machine time
 */
export const ask = async <T>(ms: number, call: () => Promise<T>): Promise<T> => {
  try {
    return await within(ms, call())
  } catch (error) {
    if (error instanceof ChannelError) throw error
    throw new Temporary(`page: ${kindOf(error)}`)
  }
}

/**
 * Something that shows a message: once it was handed to the page, nobody knows how far it came.
 * @throws ChannelError Ambiguous
 */
export const show = async <T>(ms: number, call: () => Promise<T>): Promise<T> => {
  try {
    return await within(ms, call())
  } catch (error) {
    if (error instanceof ChannelError) throw error
    throw new Ambiguous(error instanceof TooSlow ? 'page: silent' : `page: ${kindOf(error)}`)
  }
}
