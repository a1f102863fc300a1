import { Button, Center, Stack, Text } from '@mantine/core'
import { Component, type ReactNode, useState } from 'react'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  /** inside a page that goes on around it: where it is; elsewhere it tries again by itself */
  part?: string
  children: ReactNode
}

/** A fault in the page itself, or a part that could not be fetched, shows a way on instead of a white screen. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate({ part }: Props) {
    if (part !== this.props.part && this.state.failed) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? <Crashed whole={this.props.part === undefined} /> : this.props.children
  }
}

const Crashed = ({ whole }: { whole: boolean }) => {
  const { t } = useLanguage()
  const [unreached, setUnreached] = useState(false)
  // Without a server the browser would show its own error in the place of everything that still works.
  const reload = () =>
    fetch('/icon.svg', { cache: 'no-store' }).then(
      () => location.reload(),
      () => setUnreached(true),
    )
  return (
    <Center h={whole ? '100dvh' : '100%'} p="lg">
      <Stack align="center" role="alert">
        <Text maw={420} ta="center">
          {whole ? t.errors.crashed : t.errors.partFailed}
        </Text>
        {unreached && (
          <Text maw={420} ta="center" c="red">
            {t.errors.unreachable}
          </Text>
        )}
        <Button onClick={() => void reload()}>{t.errors.reload}</Button>
      </Stack>
    </Center>
  )
}
