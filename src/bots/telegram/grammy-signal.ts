import type { Api } from 'grammy'

type GrammySignal = NonNullable<Parameters<Api['getUpdates']>[1]>

/** grammY's types name an AbortSignal package; it only listens for `abort` and reads `aborted`, as every signal has. */
export const grammySignal = (signal: AbortSignal): GrammySignal => signal as GrammySignal
