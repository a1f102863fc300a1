import type { MachineClock } from '../application/ports/clocks.ts'
import type { SettingStore } from '../application/ports/records.ts'

/** How long an answer is good, machine ms: a store that takes writes is asked once a minute, one that does not soon again. */
const goodForMs = { taken: 60_000, refused: 5_000 } as const

/** As much as an incident of some hours: a disk with room for less is as good as full. */
const sample = 'x'.repeat(64 * 1024)

const setting = 'writeProbe'

/** MongoDB's codes of refusals that somebody can do something about, in words for the health page. */
const wordsOf: Readonly<Record<number, string>> = {
  13: 'tidak berhak menulis',
  10107: 'tidak ada server utama',
  13435: 'tidak ada server utama',
  14031: 'disk penuh',
}

/** Why nothing can be stored; null when it can. */
export type WriteProbe = () => Promise<string | null>

/** Writes a little: a store that answers may refuse every write all the same (a full disk, no primary). */
export const createWriteProbe = (settings: Pick<SettingStore, 'put'>, machine: MachineClock): WriteProbe => {
  let until = 0
  let answer: Promise<string | null> | null = null

  const tried = async (): Promise<string | null> => {
    try {
      await settings.put(setting, { at: machine.now(), sample })
      until = machine.now() + goodForMs.taken
      return null
    } catch (error) {
      until = machine.now() + goodForMs.refused
      return refusalOf(error)
    }
  }

  return () => {
    if (!answer || machine.now() >= until) {
      until = Number.POSITIVE_INFINITY
      answer = tried()
    }
    return answer
  }
}

const refusalOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? Number(error.code) : Number.NaN
  const words = wordsOf[code]
  if (words !== undefined) return `${words} (${code})`
  return error instanceof Error ? error.name : 'tidak menjawab'
}
