/** Took longer than it may: nobody knows whether it was done. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow'
}

/** What the work gives, or `late` when that takes longer than `ms` of machine time: it goes on without us. @throws what it throws */
export const withinOr = async <T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L> => {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<L>(resolve => {
    timer = setTimeout(() => resolve(late), ms)
  })
  try {
    return await Promise.race([work, passed])
  } finally {
    clearTimeout(timer)
  }
}

const late = Symbol('late')

/** What the work gives, given up after `ms` of machine time. @throws TooSlow, or what the work throws */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const result = await withinOr(ms, work, late)
  if (result === late) throw new TooSlow(`no answer in ${ms} ms`)
  return result
}
