/**
 * Whether the word begins with what was typed, but for one slip of the finger: one letter wrong, one too many, one
 * missing, or two in the wrong order.
 */
export const beginsButForOneError = (word: string, typed: string): boolean => {
  let at = 0
  while (at < typed.length && word[at] === typed[at]) at += 1
  if (at === typed.length) return true
  const rest = (from: number) => typed.slice(from)
  return (
    word.startsWith(rest(at + 1), at + 1) ||
    word.startsWith(rest(at + 1), at) ||
    word.startsWith(rest(at), at + 1) ||
    (word[at] === typed[at + 1] && word[at + 1] === typed[at] && word.startsWith(rest(at + 2), at + 2))
  )
}
