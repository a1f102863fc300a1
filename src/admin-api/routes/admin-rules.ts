import { z } from 'zod'
import type { RuleCommands, RuleEdits, RuleOutcome } from '../../application/commands/rules.ts'
import type { Centre } from '../../application/ports/administration.ts'
import type { RuleKind, RuleVersion, RuleVersionHead } from '../../application/ports/rules.ts'
import type { Difference } from '../../dispatch/rules/difference.ts'
import { isError, type RuleProblem, ruleProblems } from '../../dispatch/rules/problem.ts'
import { ruleProblemSentences } from '../../i18n/rule-problems.ts'
import {
  profileEdit,
  profileVersion,
  revertRules,
  ruleChange,
  ruleHistory,
  rulePreview,
  rulePreviewOf,
  runCardSet,
  runCardsVersion,
} from '../contract/rules.ts'
import { found, Refused } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { nameOf } from './names.ts'
import { ofCentre } from './parameters.ts'

const versionNumber = z.coerce.number().int().min(1).max(1_000_000)
const historyQuery = z.strictObject({
  before: versionNumber.exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** What differs between the two kinds of rules, where they meet the outside. */
interface Kinded<Kind extends RuleKind> {
  kind: Kind
  /** below the centre's address */
  path: string
  /** in the operations' names */
  name: string
  /** in the summaries */
  what: string
  content: z.ZodType
  version: z.ZodType
  commands: RuleCommands<Kind>
  /** what of a version may be sent back, changed */
  editable(content: RuleVersion<Kind>['content']): unknown
}

/** Run cards and SOP profiles of a centre: read, tried out, changed, taken back; nothing is ever overwritten. */
export const adminRuleRoutes = (services: Services): Route[] => [
  ...rulesRoutes(services, {
    kind: 'runCards',
    path: '/api/admin/centres/{centre}/rules/run-cards',
    name: 'RunCards',
    what: 'run cards',
    content: runCardSet,
    version: runCardsVersion,
    commands: services.application.rules.runCards,
    editable: content => content,
  }),
  ...rulesRoutes(services, {
    kind: 'profile',
    path: '/api/admin/centres/{centre}/rules/profile',
    name: 'Profile',
    what: 'SOP profile',
    content: profileEdit,
    version: profileVersion,
    commands: services.application.rules.profile,
    editable: ({ clocks, ladders }) => ({ clocks, ladders }),
  }),
]

const rulesRoutes = <Kind extends RuleKind>(services: Services, kinded: Kinded<Kind>): Route[] => {
  const { path, name, what, commands, kind } = kinded
  const right = 'administer'
  const view = (version: RuleVersion<Kind>, difference: Difference, problems: readonly RuleProblem[] = []) => ({
    ...headView(version),
    content: kinded.editable(version.content),
    difference,
    problems: problems.map(problemView),
  })
  const one = async (centre: Centre, number: number, problems?: readonly RuleProblem[]) => {
    const { version, difference } = found(await commands.version(centre, number))
    return view(version, difference, problems)
  }
  /** A new version is answered with, and stands in the trail; what is wrong is refused with every place named. */
  const stored = async (
    centre: Centre,
    from: Parameters<typeof note>[1],
    basedOn: number,
    outcome: RuleOutcome<Kind>,
  ) => {
    if (!outcome.ok) {
      const { refusal, problems } = outcome
      throw new Refused(
        refusal.code,
        refusal.params,
        problems.length ? problems.filter(isError).map(issueOf) : undefined,
      )
    }
    const { version, problems } = outcome.value
    if (version.version !== basedOn) {
      const change = { before: { version: basedOn }, after: { version: version.version, why: version.why } }
      await note(services, from, centre.code, `${kind}Changed`, String(version.version), change)
    }
    return one(centre, version.version, problems)
  }
  return [
    centreRoute({
      method: 'get',
      path,
      name: `read${name}`,
      summary: `The centre's newest ${what}`,
      right,
      params: ofCentre,
      reply: kinded.version,
      handle: async ({ centre }) => one(centre, (await commands.latest(centre)).version),
    }),
    centreRoute({
      method: 'get',
      path: `${path}/versions`,
      name: `list${name}Versions`,
      summary: `Every version of the ${what}: who, when, why, and what changed; newest first`,
      right,
      params: ofCentre,
      query: historyQuery,
      reply: ruleHistory,
      handle: async ({ centre, query }) => ({ versions: (await commands.history(centre, query)).map(headView) }),
    }),
    centreRoute({
      method: 'get',
      path: `${path}/versions/{version}`,
      name: `read${name}Version`,
      summary: `One version of the ${what}, and how it differs from the one before it`,
      right,
      params: ofCentre.extend({ version: versionNumber }),
      reply: kinded.version,
      handle: ({ centre, params }) => one(centre, params.version),
    }),
    centreRoute({
      method: 'post',
      path: `${path}/preview`,
      name: `preview${name}`,
      summary: `What these ${what} would change, and what is wrong with them; stores nothing`,
      right,
      asksOnly: true,
      params: ofCentre,
      body: rulePreviewOf(kinded.content, `${name}Preview`),
      reply: rulePreview,
      handle: async ({ centre, body }) => {
        const preview = await commands.preview(centre, contentOf<Kind>(body))
        return { ...preview, problems: preview.problems.map(problemView) }
      },
    }),
    centreRoute({
      method: 'post',
      path,
      name: `change${name}`,
      summary: `A new version of the ${what}; open calls and incidents keep the one that they began with`,
      right,
      params: ofCentre,
      body: ruleChange(kinded.content, `${name}Change`),
      reply: kinded.version,
      handle: async ({ centre, from, body }) => {
        const { basedOn, why } = body
        const outcome = await commands.change(from, centre, { basedOn, why, edit: contentOf<Kind>(body) })
        return stored(centre, from, basedOn, outcome)
      },
    }),
    centreRoute({
      method: 'post',
      path: `${path}/revert`,
      name: `revert${name}`,
      summary: `An older version of the ${what} becomes the newest one`,
      right,
      params: ofCentre,
      body: revertRules,
      reply: kinded.version,
      handle: async ({ centre, from, body }) =>
        stored(centre, from, body.basedOn, await commands.revert(from, centre, body)),
    }),
  ]
}

/** The body's shape was checked; its words are the core's to check. */
const contentOf = <Kind extends RuleKind>(body: { content: unknown }): RuleEdits[Kind] =>
  body.content as RuleEdits[Kind]

const headView = ({ version, standard, at, by, why, basedOn, parts }: RuleVersionHead) => ({
  version,
  standard,
  at,
  by: nameOf(by),
  why,
  basedOn,
  parts,
})

const problemView = ({ code, path, params }: RuleProblem) => ({
  code,
  severity: ruleProblems[code],
  path,
  params,
  sentence: ruleProblemSentences[code](params),
})

const issueOf = ({ code, path, params }: RuleProblem) => {
  const sentence = ruleProblemSentences[code](params)
  return { path, message: sentence.id, code, sentence }
}
