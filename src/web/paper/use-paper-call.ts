import { useCallback, useEffect, useState } from 'react'
import { newKey } from '../api/idempotency-key.ts'
import { useSigned } from '../hooks/use-centre.tsx'
import { dateIn } from '../time/format.ts'
import { serviceNow } from '../time/service-time.ts'
import { blankPaper, type PaperCall } from './paper-call.ts'

/** The paper in hand, kept in this browser as typed until it is entered or cleared. */
export const usePaperCall = () => {
  const { code, timeZone } = useSigned().centre
  const storageKey = `tanggap.paper.${code}`
  const blank = () => blankPaper(newKey(), dateIn(serviceNow(), timeZone))
  const [paper, setPaper] = useState<PaperCall>(() => {
    const kept = localStorage.getItem(storageKey)
    return kept === null ? blank() : (JSON.parse(kept) as PaperCall)
  })
  useEffect(() => localStorage.setItem(storageKey, JSON.stringify(paper)), [paper, storageKey])
  const change = useCallback((part: Partial<PaperCall>) => setPaper(before => ({ ...before, ...part })), [])
  /** Several answers may come at one moment: a place that is picked fills more than one field. */
  const answer = useCallback(
    (part: PaperCall['intake']) => setPaper(before => ({ ...before, intake: { ...before.intake, ...part } })),
    [],
  )
  return {
    paper,
    change,
    answer,
    clear: () => setPaper(blank()),
  }
}
export type PaperInHand = ReturnType<typeof usePaperCall>
