import type { JobsOptions } from 'bullmq'
import type { z } from 'zod'
import type { QueueName } from '../names.ts'

/** A kind of wake-up: where it waits, the ids that it carries, and what makes two of them the same. */
export interface WakeUpJob<Data> {
  name: string
  queue: QueueName
  data: z.ZodType<Data>
  keyOf(data: Data): string[]
}

export const defineJob = <Data>(job: WakeUpJob<Data>): WakeUpJob<Data> => job

/**
 * How a wake-up is queued. One that waits already stands for this one too; one that is being worked is followed by this
 * one when it ends, so that what was added while it finished is seen. (A job id of our own would drop it there.)
 * Nothing is kept or tried again: the sweeps find what a failed one left.
 */
export function jobOptions<Data>(job: WakeUpJob<Data>, data: Data, delay: number): JobsOptions {
  const id = [job.name, ...job.keyOf(data)].map(encodeURIComponent).join('/')
  return {
    deduplication: { id, keepLastIfActive: true },
    delay,
    attempts: 1,
    removeOnComplete: true,
    removeOnFail: true,
  }
}
