/** A filter for texts that begin so: an anchored expression, which an index answers by a range (also over arrays). */
export const startsWith = (prefix: string): { $regex: string } => ({
  $regex: `^${prefix.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`,
})
