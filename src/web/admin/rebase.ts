/** A part that two people changed: as it was, as the one who loses the race wants it, as it stands now. */
export interface Conflict {
  name: string
  mine: unknown
  now: unknown
}

export interface Rebased<Parts> {
  /** everything that only one of the two changed is as that one has it; what both changed is still mine */
  parts: Parts
  conflicts: Conflict[]
}

/** Whether two values say the same, whatever the order of their keys. */
export const same = (a: unknown, b: unknown): boolean => written(a) === written(b)

const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? Object.fromEntries(Object.entries(part).sort()) : part))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Brings what somebody wrote on one state of a record over to the state that it has by now, part by part. Nothing is
 * lost: a part that both changed otherwise is named, with both values. A part that is not there counts as taken away.
 */
export const rebase = <Parts extends object>(base: Parts, mine: Parts, now: Parts): Rebased<Parts> => {
  const at = (parts: Parts, name: string): unknown => (parts as Record<string, unknown>)[name]
  const names = [...new Set([...Object.keys(now), ...Object.keys(mine)])]
  const ours = names.filter(name => !same(at(base, name), at(mine, name)))
  const parts = names
    .map(name => [name, at(ours.includes(name) ? mine : now, name)] as const)
    .filter(([, value]) => value !== undefined)
  return {
    parts: Object.fromEntries(parts) as Parts,
    conflicts: ours
      .filter(name => !same(at(base, name), at(now, name)) && !same(at(mine, name), at(now, name)))
      .map(name => ({ name, mine: at(mine, name), now: at(now, name) })),
  }
}

/** The parts that differ, as they were and as they shall be. */
export const changesOf = <Parts extends object>(
  base: Parts,
  mine: Parts,
): { was: Partial<Parts>; to: Partial<Parts> } => {
  const names = (Object.keys(mine) as (keyof Parts)[]).filter(name => !same(base[name], mine[name]))
  const only = (parts: Parts) => Object.fromEntries(names.map(name => [name, parts[name]])) as Partial<Parts>
  return { was: only(base), to: only(mine) }
}
