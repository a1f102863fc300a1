import type { Agency, Post } from '../ports/administration.ts'

/** The numbers of an assignment in the order in which they are tried: the post's, the agency's, its commander's. */
export const phoneNumbers = (
  agency: Pick<Agency, 'dutyPhones' | 'commanderPhone'> | null | undefined,
  post: Pick<Post, 'dutyPhones'> | null | undefined,
): string[] => [
  ...new Set([
    ...(post?.dutyPhones ?? []),
    ...(agency?.dutyPhones ?? []),
    ...(agency?.commanderPhone ? [agency.commanderPhone] : []),
  ]),
]
