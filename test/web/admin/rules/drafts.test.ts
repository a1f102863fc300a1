import { describe, expect, it } from 'vitest'
import { standardProfile } from '../../../../src/application/rules/standards.ts'
import { knownFacts } from '../../../../src/dispatch/run-cards/facts.ts'
import { standardRunCardSet } from '../../../../src/dispatch/run-cards/run-card-set.ts'
import { webEn } from '../../../../src/i18n/web-en.ts'
import { webId } from '../../../../src/i18n/web-id.ts'
import { rebase } from '../../../../src/web/admin/rebase.ts'
import {
  blankCard,
  unfinishedCards,
  withCard,
  withoutCard,
  withSubstitutes,
} from '../../../../src/web/admin/rules/cards.ts'
import { basisOf, nextRung, parseSpan, unfinishedClocks } from '../../../../src/web/admin/rules/clocks.ts'
import { changedParts, splits } from '../../../../src/web/admin/rules/parts.ts'
import { lineChange, ruleWords } from '../../../../src/web/admin/rules/rule-words.ts'
import { withOptional } from '../../../../src/web/admin/rules/with-optional.ts'
import type { RuleContents } from '../../../../src/web/api/rules.ts'
import { facts } from '../../../../src/web/words.ts'

const cards = JSON.parse(JSON.stringify(standardRunCardSet)) as RuleContents['run-cards']
const profileOf = (id: string) => {
  const { clocks, ladders } = standardProfile(id)
  return JSON.parse(JSON.stringify({ clocks, ladders })) as RuleContents['profile']
}
const tree = cards.cards.find(({ code }) => code === 'PHN') ?? blankCard('PHN')

describe('a draft of run cards', () => {
  const { partsOf, contentOf } = splits['run-cards']

  it('is taken apart and put together without loss', () => {
    expect(contentOf(partsOf(cards))).toEqual(cards)
    expect(changedParts(partsOf(cards), partsOf(contentOf(partsOf(cards))))).toEqual([])
  })

  it('names the parts that it adds, takes away and changes', () => {
    const changed = withoutCard(withCard(cards, 'BARU', blankCard('BARU')), 'PHN')
    const more = withSubstitutes(changed, 'DAMKAR', [])
    expect(changedParts(partsOf(cards), partsOf(more)).toSorted()).toEqual(['cards.BARU', 'cards.PHN', 'substitutes'])
    expect('DAMKAR' in more.substitutes).toBe(false)
  })

  it('is carried over to a colleague’s version: other cards are theirs, my card is mine, my new card stays', () => {
    const mine = withCard(withCard(cards, 'PHN', { ...tree, priority: 1 }), 'BARU', blankCard('BARU'))
    const theirs = withCard(cards, 'GAS', {
      ...(cards.cards.find(({ code }) => code === 'GAS') ?? tree),
      restricted: true,
    })
    const { parts, conflicts } = rebase(partsOf(cards), partsOf(mine), partsOf(theirs))
    const merged = contentOf(parts)
    expect(conflicts).toEqual([])
    expect(merged.cards.find(({ code }) => code === 'PHN')?.priority).toBe(1)
    expect(merged.cards.find(({ code }) => code === 'GAS')?.restricted).toBe(true)
    expect(merged.cards.map(({ code }) => code)).toEqual([...cards.cards.map(({ code }) => code), 'BARU'])
  })

  it('is unfinished while a name, an agency or a condition is missing', () => {
    const named = { ...blankCard('BARU'), name: { id: 'Baru', en: 'New' } }
    expect(unfinishedCards(cards)).toEqual([])
    expect(unfinishedCards(withCard(cards, 'BARU', blankCard('BARU')))).toEqual(['cards.BARU'])
    expect(unfinishedCards(withCard(cards, 'BARU', named))).toEqual([])
    for (const row of [
      { ...named, support: [{ agency: '', mode: 'alert', duty: 'act' } as const] },
      { ...named, raise: [{ to: 1, when: '' }] },
      { ...named, leadWhen: [{ lead: 'DAMKAR', when: '' }] },
    ]) {
      expect(unfinishedCards(withCard(cards, 'BARU', row))).toEqual(['cards.BARU'])
    }
  })

  it('leaves out an optional field that says nothing', () => {
    const rule = { agency: 'PLN', mode: 'alert', duty: 'act', when: 'fire' }
    expect(withOptional(rule, 'when', null)).toEqual({ agency: 'PLN', mode: 'alert', duty: 'act' })
    expect(withOptional(rule, 'when', 'child').when).toBe('child')
  })

  it('chooses its conditions out of all that the intake knows', () => {
    expect([...facts].toSorted()).toEqual([...knownFacts].toSorted())
  })
})

describe('a draft of time limits', () => {
  const semarang = profileOf('semarang')
  const { partsOf, contentOf } = splits.profile
  const [first] = semarang.clocks

  it('is taken apart and put together without loss, in both cities', () => {
    for (const profile of [semarang, profileOf('cilegon')]) expect(contentOf(partsOf(profile))).toEqual(profile)
  })

  it('reads spans as people write them, and nothing else', () => {
    for (const [typed, seconds] of [
      ['4:00', 240],
      ['0.30', 30],
      ['36:00', 2_160],
      ['1:02:03', 3_723],
      ['90:00', 5_400],
      [' 4:05 ', 245],
    ] as const) {
      expect(parseSpan(typed)).toBe(seconds)
    }
    for (const typed of ['', '4', '4:5', '4:60', '1:60:00', 'empat', '-4:00', '4:00:00:00']) {
      expect(parseSpan(typed), typed).toBeNull()
    }
  })

  it('shows the document’s figure beside one that departs from it', () => {
    if (!first) throw new Error('no clock')
    expect(basisOf(first, first)).toEqual({ basis: 'seed' })
    expect(basisOf({ ...first, targetSeconds: 20 }, first)).toEqual({
      basis: 'internal',
      published: { targetSeconds: 30 },
    })
    const departed = { ...first, targetSeconds: 20, basis: 'internal', published: { targetSeconds: 30 } }
    expect(basisOf({ ...departed, targetSeconds: 25 }, departed)).toEqual({
      basis: 'internal',
      published: { targetSeconds: 30 },
    })
    expect(basisOf(first, undefined)).toEqual({ basis: 'internal' })
  })

  it('counts a span that cannot be read as unfinished', () => {
    expect(unfinishedClocks(semarang)).toEqual([])
    expect(
      unfinishedClocks({
        ...semarang,
        clocks: semarang.clocks.map(clock => (clock.id === 'S3' ? { ...clock, targetSeconds: 0 } : clock)),
      }),
    ).toEqual(['clocks.S3'])
  })

  it('adds rungs above the last; in the routine ladder each has a name that the urgent one cannot have', () => {
    const { urgent, routine } = semarang.ladders.response
    expect(nextRung(urgent, false)).toEqual({ at: 1.75, ping: [] })
    const once = { ...routine, rungs: [...routine.rungs, nextRung(routine, true)] }
    expect(once.rungs.at(-1)).toEqual({ at: 1.25, ping: [], name: 'stepA' })
    expect(nextRung(once, true)).toEqual({ at: 1.5, ping: [], name: 'stepB' })
    expect(nextRung({ rungs: [] }, false).at).toBe(1)
  })
})

describe('rules in words', () => {
  const id = ruleWords(webId, 'id', new Map([['PHN', 'Pohon tumbang']]))
  const en = ruleWords(webEn, 'en', new Map())

  it('name parts as people know them', () => {
    expect(id.part('cards.PHN')).toBe('Pohon tumbang (PHN)')
    expect(id.part('PHN')).toBe('Pohon tumbang (PHN)')
    expect(id.part('forEveryType')).toBe('Berlaku untuk semua jenis')
    expect(en.part('ladders.response.urgent')).toBe('Response P1 and P2')
    expect(id.field('substitutes', 'DAMKAR')).toBe('Pengganti DAMKAR')
  })

  it('say each rule in one line', () => {
    const rule = { agency: 'PLN', mode: 'alert', duty: 'inform', when: 'powerLine' }
    expect(id.fieldLines('support', [rule])).toEqual(['PLN · dicentang · cukup tahu · bila ada kabel listrik'])
    expect(en.fieldLines('leadWhen', [{ lead: 'POLRES', when: 'weapon', priority: 1, keep: ['DINSOS'] }])).toEqual([
      `POLRES when ${webEn.dispatch.facts.weapon} · P1 · Keep acting: DINSOS`,
    ])
    expect(id.fieldLines('rungs', [{ at: 1.5, ping: ['agencyCommander'], phoneTask: 'awaited' }])).toEqual([
      'pada 150 %: komandan OPD, tugas telepon untuk yang ditunggu',
    ])
    expect(en.fieldLines('repeat', { everySeconds: 300, ping: ['supervisorOnDuty'] })).toEqual([
      'every 5:00: supervisors on duty',
    ])
    expect(id.fieldLines('published', { targetSeconds: 30, limitSeconds: 60 })).toEqual(['0:30–1:00'])
    expect(id.fieldLines('lead', null)).toEqual(['operator yang memilih'])
    expect(id.proposed('PLN offer act')).toBe('PLN · ditawarkan · bertindak')
    expect(en.proposed('DAMKAR lead')).toBe('DAMKAR · Lead agency')
  })

  it('every field of every shipped part has its words in both languages', () => {
    const parts = [
      ...Object.values(splits['run-cards'].partsOf(cards)),
      ...['semarang', 'cilegon'].flatMap(name => Object.values(splits.profile.partsOf(profileOf(name)))),
    ].filter(part => !Array.isArray(part))
    const fields = new Set(parts.flatMap(part => Object.keys(part as object)))
    for (const field of fields) {
      if (['code', 'id'].includes(field) || field in cards.substitutes) continue
      expect([webId.rules.fields[field], webEn.rules.fields[field]], field).not.toContain(undefined)
    }
  })

  it('tell what of a list went and what came', () => {
    expect(lineChange(['a', 'b'], ['b', 'c'])).toEqual({ removed: ['a'], added: ['c'] })
    expect(lineChange(['a', 'b'], ['b', 'a'])).toEqual({ removed: [], added: [] })
  })
})
