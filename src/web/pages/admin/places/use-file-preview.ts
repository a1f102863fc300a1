import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey } from '../../../api/idempotency-key.ts'
import { keys } from '../../../api/keys.ts'
import { useSigned } from '../../../hooks/use-centre.tsx'

/**
 * A file that was chosen, and what the service says it would bring: nothing is taken over yet. `reading` names how the
 * file is to be read; another reading is another preview.
 */
export const useFilePreview = <Preview>(kind: string, reading: string, look: (text: string) => Promise<Preview>) => {
  const { code } = useSigned().centre
  // the key names the choice: a preview belongs to one of them
  const [chosen, setChosen] = useState<{ text: string; key: string } | null>(null)
  const preview = useQuery({
    queryKey: keys.admin(code, kind, chosen?.key ?? '', reading),
    queryFn: () => look(chosen?.text ?? ''),
    enabled: chosen !== null,
    gcTime: 0,
    staleTime: 0,
  })
  return {
    chosen: chosen?.text ?? null,
    choose: (text: string) => setChosen({ text, key: newKey() }),
    drop: () => setChosen(null),
    preview,
  }
}
