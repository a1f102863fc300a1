import { describe, expect, it } from 'vitest'
import type { IntakeAnswers } from '../../src/admin-api/contract/index.ts'
import { Refused, Unreachable } from '../../src/web/api/errors.ts'
import { createIntakeDraft, pauseMs, retryMs } from '../../src/web/intake/draft.ts'

interface Sent {
  answers: IntakeAnswers
  key: string
}

/** A draft whose server answers as told and whose time passes only when the test says so. */
const story = (kept: Map<string, string> = new Map()) => {
  const sent: Sent[] = []
  const answers: (Error | 'ok')[] = []
  let waiting: { ms: number; run: () => void } | undefined
  let keys = 0
  const draft = createIntakeDraft({
    storage: {
      getItem: name => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: name => void kept.delete(name),
    },
    storageKey: 'draft',
    save: async (given, key) => {
      sent.push({ answers: given, key })
      const answer = answers.shift() ?? 'ok'
      if (answer !== 'ok') throw answer
    },
    newKey: () => `key-${++keys}`,
    after: (ms, run) => {
      waiting = { ms, run }
      return () => {
        waiting = undefined
      }
    },
  })
  return {
    draft,
    sent,
    kept,
    serverAnswers: (...next: (Error | 'ok')[]) => void answers.push(...next),
    waitsFor: () => waiting?.ms,
  }
}

const refusal = new Refused(422, 'pointOutsideWorld', { id: 'di luar bumi', en: 'outside' }, [])

describe('an intake on its way to the server', () => {
  it('saves after a pause in typing, the last answer of each field', async () => {
    const { draft, sent, kept, waitsFor } = story()
    draft.set('address', { known: 'Jl. Lo' })
    draft.set('address', { known: 'Jl. Lodan' })
    draft.set('passable', 'unknown')
    expect(draft.state()).toMatchObject({ status: 'unsaved', answers: { address: { known: 'Jl. Lodan' } } })
    expect(kept.size).toBe(1)
    expect(waitsFor()).toBe(pauseMs)
    expect(await draft.flush()).toBe(true)
    expect(sent.map(({ answers }) => answers)).toEqual([{ address: { known: 'Jl. Lodan' }, passable: 'unknown' }])
    expect(draft.state()).toMatchObject({ status: 'saved', answers: {} })
    expect(kept.size).toBe(0)
  })

  it('tries again with the same key while the line is down, and keeps the answers meanwhile', async () => {
    const { draft, sent, kept, serverAnswers, waitsFor } = story()
    serverAnswers(new Unreachable('no answer'))
    draft.set('landmark', { known: 'musala' })
    expect(await draft.flush()).toBe(false)
    expect(draft.state().status).toBe('offline')
    expect(waitsFor()).toBe(retryMs)
    draft.set('condition', { known: 'api' })
    expect(kept.get('draft')).toContain('musala')
    expect(await draft.flush()).toBe(true)
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-2'])
    expect(sent[2]?.answers).toEqual({ condition: { known: 'api' } })
  })

  it.each([
    ['sign-in', new Refused(401, 'signInNeeded', null, [])],
    ['a user who may fill it in', new Refused(403, 'forbidden', null, [])],
  ])('waits for %s instead of giving answers up', async (_what, refused) => {
    const { draft, kept, serverAnswers } = story()
    serverAnswers(refused)
    draft.set('landmark', { known: 'musala' })
    expect(await draft.flush()).toBe(false)
    expect(kept.get('draft')).toContain('musala')
  })

  it('does not let one refused answer hold back the good ones', async () => {
    const { draft, sent, serverAnswers } = story()
    serverAnswers(refusal, 'ok', refusal)
    draft.set('landmark', { known: 'musala' })
    draft.set('point', { known: { lat: 99, lng: 0, accuracyMetres: 10 } })
    expect(await draft.flush()).toBe(false)
    expect(sent.map(({ answers }) => Object.keys(answers))).toEqual([['landmark', 'point'], ['landmark'], ['point']])
    expect(draft.state().refused).toEqual({ point: { id: 'di luar bumi', en: 'outside' } })
    expect(draft.state().answers.point).toEqual({ known: { lat: 99, lng: 0, accuracyMetres: 10 } })
    draft.set('point', { known: { lat: -6.9, lng: 110.4, accuracyMetres: 10 } })
    expect(draft.state().refused).toEqual({})
    expect(await draft.flush()).toBe(true)
  })

  it('goes on where a closed page stopped, with the key of what was under way', async () => {
    const first = story()
    first.serverAnswers(new Unreachable('no answer'))
    first.draft.set('address', { known: 'Jl. Lodan' })
    await first.draft.flush()
    const second = story(first.kept)
    expect(second.draft.state()).toMatchObject({ status: 'unsaved', answers: { address: { known: 'Jl. Lodan' } } })
    await second.draft.flush()
    expect(second.sent).toEqual([{ key: 'key-1', answers: { address: { known: 'Jl. Lodan' } } }])
  })
})
