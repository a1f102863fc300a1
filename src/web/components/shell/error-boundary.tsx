import { Button, Center, Stack, Text } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  children: ReactNode
}

/** A fault in the page itself shows a way on instead of a white screen. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children
  }
}

const Crashed = () => {
  const { t } = useLanguage()
  return (
    <Center h="100dvh" p="lg">
      <Stack align="center" role="alert">
        <Text maw={420} ta="center">
          {t.errors.crashed}
        </Text>
        <Button onClick={() => location.reload()}>{t.errors.reload}</Button>
      </Stack>
    </Center>
  )
}
