import { Button, Center, Loader, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { SignedProvider } from '../../hooks/use-centre.tsx'
import { useRefusalText } from '../../hooks/use-refusal-text.ts'
import { useSession } from '../../hooks/use-session.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { SignInPage } from '../../pages/sign-in-page.tsx'
import { Shell } from './shell.tsx'

/** Lets in who is signed in and has a centre. An administrator of an installation without centres gets in to make one. */
export const Gate = () => {
  const { t } = useLanguage()
  const session = useSession()
  const refusalText = useRefusalText()

  const [wasIn, setWasIn] = useState(false)
  if (session.data && !wasIn) setWasIn(true)

  if (session.data === null) return <SignInPage again={wasIn} />
  if (session.data) {
    const [first] = session.data.centres
    return (
      <SignedProvider session={session.data} first={first ?? noCentre}>
        <Shell />
      </SignedProvider>
    )
  }
  return (
    <Center h="100dvh">
      {session.isError ? (
        <Stack align="center" role="alert">
          <Text>{refusalText(session.error)}</Text>
          <Button onClick={() => void session.refetch()}>{t.common.retry}</Button>
        </Stack>
      ) : (
        <Loader role="status" aria-label={t.app.loading} />
      )}
    </Center>
  )
}

/** Stands for "none": pages that need a centre do not open with it. */
const noCentre = { code: '', name: '–', timeZone: 'Asia/Jakarta', handling: 'operator-owns' } as const
