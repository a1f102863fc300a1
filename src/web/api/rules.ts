import type {
  ProfileEdit,
  RuleHistory,
  RulePreview,
  RunCardSetEdit,
  RunCardsVersion,
} from '../../admin-api/contract/index.ts'
import { ask, command, read } from './http.ts'

/** What a centre keeps versions of, by the end of its address. */
export interface RuleContents {
  'run-cards': RunCardSetEdit
  profile: ProfileEdit
}
export type RuleKind = keyof RuleContents

/** A version with its content and how it differs from the one before it. */
export type RuleVersion<Kind extends RuleKind> = Omit<RunCardsVersion, 'content'> & { content: RuleContents[Kind] }

/** Versions in one page of the history. */
const pageSize = 50

/** The centre's run cards, or its clocks and ladders, for its administrator. */
export const rulesApi = <Kind extends RuleKind>(centre: string, kind: Kind) => {
  const path = `/api/admin/centres/${encodeURIComponent(centre)}/rules/${kind}`
  const version = (method: string, body: object, key: string) =>
    command<RuleVersion<Kind>>('POST', `${path}${method}`, key, body)
  return {
    latest: () => read<RuleVersion<Kind>>(path),
    version: (number: number) => read<RuleVersion<Kind>>(`${path}/versions/${number}`),
    history: (before: number | null) =>
      read<RuleHistory>(`${path}/versions?limit=${pageSize}${before === null ? '' : `&before=${before}`}`).then(
        answer => answer.versions,
      ),
    preview: (content: RuleContents[Kind]) => ask<RulePreview>(`${path}/preview`, { content }),
    change: (change: { basedOn: number; why: string; content: RuleContents[Kind] }, key: string) =>
      version('', change, key),
    revert: (change: { basedOn: number; why: string; to: number }, key: string) => version('/revert', change, key),
  }
}
export const historyPageSize = pageSize
