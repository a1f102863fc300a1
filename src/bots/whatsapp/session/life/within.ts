/** Took longer than it may: nobody knows whether it was done. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow'
}

/** The same promise, given up after `ms` of machine time. @throws TooSlow, or what the promise throws */
export const within = async <T>(ms: number, promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`no answer in ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
