import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { SessionView } from '../../admin-api/contract/index.ts'
import { useLanguage } from '../lang/language-provider.tsx'
import { formatDate, formatDateTime, formatTime } from '../time/format.ts'

export type CentreOfUser = SessionView['centres'][number]

interface Signed {
  session: SessionView
  centre: CentreOfUser
  chooseCentre: (code: string) => void
}

const SignedContext = createContext<Signed | null>(null)
const storageKey = 'tanggap.centre'

/** Who works here, and for which of their centres; the choice is remembered. */
export const SignedProvider = ({
  session,
  first,
  children,
}: {
  session: SessionView
  first: CentreOfUser
  children: ReactNode
}) => {
  const [code, setCode] = useState(() => localStorage.getItem(storageKey))
  const signed = useMemo<Signed>(
    () => ({
      session,
      centre: session.centres.find(centre => centre.code === code) ?? first,
      chooseCentre: chosen => {
        localStorage.setItem(storageKey, chosen)
        setCode(chosen)
      },
    }),
    [session, first, code],
  )
  return <SignedContext value={signed}>{children}</SignedContext>
}

export const useSigned = (): Signed => {
  const signed = useContext(SignedContext)
  if (!signed) throw new Error('SignedProvider is missing')
  return signed
}

/** Service times as the centre's wall clock shows them. */
export const useTimes = () => {
  const { lang } = useLanguage()
  const { timeZone } = useSigned().centre
  return useMemo(
    () => ({
      time: (at: number) => formatTime(at, lang, timeZone),
      date: (at: number) => formatDate(at, lang, timeZone),
      dateTime: (at: number) => formatDateTime(at, lang, timeZone),
    }),
    [lang, timeZone],
  )
}
