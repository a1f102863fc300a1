/** The copies of one message in a chat, and which of them show the version that is wanted. */
export interface Copies {
  messageIds: readonly string[]
  wanted: number
  edited?: Edited
}

/** Copies that were brought to a version, while others wait for their turn: each edit takes a place in the chat's pace. */
export interface Edited {
  version: number
  copies: string[]
}

const upToDate = ({ wanted, edited }: Copies): readonly string[] => (edited?.version === wanted ? edited.copies : [])

/** The newest copy that does not show what is wanted; undefined when all do. */
export const nextCopy = (of: Copies): string | undefined => of.messageIds.findLast(id => !upToDate(of).includes(id))

/** …after this one was edited. */
export const withEdited = (of: Copies, copy: string): Edited => ({
  version: of.wanted,
  copies: [...upToDate(of), copy],
})
