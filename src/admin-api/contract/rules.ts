import { z } from 'zod'
import { agencyCode, lineOfText } from './administration.ts'
import { bilingual, duty, facts, freeText, instant } from './words.ts'

/**
 * Run cards, SOP profiles and their versions. Shapes and sizes are refused here; words and numbers are the core's to
 * judge, so that all that is wrong is told at once and in plain words.
 */

const word = z.string().max(40)
const name = z.strictObject({ id: lineOfText, en: lineOfText })
const number = z.number()

const supportRule = z
  .strictObject({ agency: word, mode: z.enum(['alert', 'offer']), duty, when: word.exactOptional() })
  .meta({ id: 'SupportRule' })
export const runCard = z
  .strictObject({
    code: word,
    name,
    priority: number,
    lead: word.nullable(),
    restricted: z.boolean(),
    support: z.array(supportRule).max(60),
    raise: z
      .array(z.strictObject({ to: number, when: word }))
      .max(20)
      .exactOptional(),
    leadWhen: z
      .array(
        z.strictObject({
          lead: word,
          when: word,
          priority: number.exactOptional(),
          keep: z.array(word).max(20).exactOptional(),
        }),
      )
      .max(20)
      .exactOptional(),
    note: lineOfText.exactOptional(),
  })
  .meta({ id: 'RunCard' })
export const runCardSet = z
  .strictObject({
    cards: z.array(runCard).max(200),
    forEveryType: z.array(supportRule).max(60),
    substitutes: z
      .record(agencyCode, z.array(word).max(20))
      .refine(all => Object.keys(all).length <= 200, 'at most 200 agencies'),
  })
  .meta({ id: 'RunCardSet' })

const figure = z.strictObject({ targetSeconds: number, limitSeconds: number.exactOptional() })
export const clockDefinition = z
  .strictObject({
    id: word,
    name,
    kind: word,
    scope: word,
    owner: word,
    classes: z.array(word).max(10).exactOptional(),
    start: word,
    stop: z.array(word).max(20),
    targetSeconds: number,
    limitSeconds: number.exactOptional(),
    basis: word
      .exactOptional()
      .meta({ description: 'Worked out anew: whatever departs from a published figure is internal' }),
    published: figure.exactOptional().meta({ description: 'The figure that it departs from; worked out anew' }),
  })
  .meta({ id: 'ClockDefinition' })
const ping = z.array(word).max(10)
const ladder = z
  .strictObject({
    rungs: z
      .array(
        z.strictObject({
          at: number,
          name: word.exactOptional(),
          ping: ping.exactOptional(),
          phoneTask: z.enum(['awaited', 'unanswered']).exactOptional(),
          unlessReported: z.literal(true).exactOptional(),
          listed: z.literal(true).exactOptional(),
        }),
      )
      .max(20),
    repeat: z.strictObject({ everySeconds: number, ping }).exactOptional(),
  })
  .meta({ id: 'Ladder' })
export const profileEdit = z
  .strictObject({
    clocks: z.array(clockDefinition).max(60),
    ladders: z.strictObject({
      desk: ladder,
      response: z.strictObject({ urgent: ladder, routine: ladder }),
      report: ladder,
      figure: ladder,
    }),
  })
  .meta({ id: 'ProfileEdit' })

const version = z.int().min(1).max(1_000_000)
const why = freeText.max(500)
export const revertRules = z.strictObject({ basedOn: version, why, to: version }).meta({ id: 'RevertRules' })
export const ruleChange = <Content extends z.ZodType>(content: Content, id: string) =>
  z.strictObject({ basedOn: version, why, content }).meta({ id })
export const rulePreviewOf = <Content extends z.ZodType>(content: Content, id: string) =>
  z.strictObject({ content }).meta({ id })

export const ruleProblemView = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    path: z.string(),
    params: facts,
    sentence: bilingual,
  })
  .meta({ id: 'RuleProblem' })

const parts = z.object({ added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(z.string()) })
const head = {
  version: z.number(),
  standard: z.string(),
  at: instant,
  by: z.string(),
  why: z.string(),
  basedOn: z.number().nullable(),
  parts,
}
export const ruleHistory = z.object({ versions: z.array(z.object(head)) }).meta({ id: 'RuleHistory' })

export const differenceView = z
  .object({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    changed: z.array(z.object({ part: z.string(), field: z.string(), before: z.json(), after: z.json() })),
  })
  .meta({ id: 'RuleDifference' })

/** The content as it may be sent back, changed; `difference` is to the version before it. */
export const ruleVersionView = <Content extends z.ZodType>(content: Content, id: string) =>
  z.object({ ...head, content, difference: differenceView, problems: z.array(ruleProblemView) }).meta({ id })

const proposal = z.object({ priority: z.number(), agencies: z.array(z.string()) }).nullable()
const limits = z.object({ targetSeconds: z.number(), limitSeconds: z.number() }).nullable()
export const rulePreview = z
  .object({
    basedOn: z.number(),
    difference: differenceView,
    problems: z.array(ruleProblemView),
    /** run cards: standard scenarios in which others would be proposed */
    proposals: z.array(z.object({ id: z.string(), type: z.string(), before: proposal, after: proposal })),
    /** profiles: limits that would change, in seconds */
    limits: z.array(z.object({ clock: z.string(), before: limits, after: limits })),
  })
  .meta({ id: 'RulePreview' })

export const runCardsVersion = ruleVersionView(runCardSet, 'RunCardsVersion')
export const profileVersion = ruleVersionView(profileEdit, 'ProfileVersion')
