import { useMemo } from 'react'
import { useSigned } from '../hooks/use-centre.tsx'
import { useKept } from '../hooks/use-kept.ts'
import { type Choice, readChoice } from './choice.ts'

/** What this user wants to see of this centre's board; kept in the browser. */
export const useChoice = (): [choice: Choice, choose: (change: Partial<Choice>) => void] => {
  const { session, centre } = useSigned()
  const [kept, keep] = useKept(`tanggap.board.${session.user.id}.${centre.code}`)
  const choice = useMemo(() => readChoice(kept), [kept])
  return [choice, change => keep(JSON.stringify({ ...choice, ...change }))]
}
