import { Alert, Button, Center, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isSignedOut } from '../api/errors.ts'
import { newKey } from '../api/idempotency-key.ts'
import { keys } from '../api/keys.ts'
import { signIn } from '../api/session.ts'
import { LanguageSwitch } from '../components/shell/language-switch.tsx'
import { useRefusalText } from '../hooks/use-refusal-text.ts'
import { useLanguage } from '../lang/language-provider.tsx'

/** @param again somebody was signed in on this page until a moment ago */
export const SignInPage = ({ again }: { again: boolean }) => {
  const { t } = useLanguage()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [password, setTyped] = useState('')
  const entering = useMutation({
    mutationFn: () => signIn(name.trim(), password, newKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.session }),
  })

  return (
    <Center mih="100dvh" p="md" className="sign-in">
      <Paper withBorder shadow="md" p="xl" w={400} component="main">
        <form
          onSubmit={event => {
            event.preventDefault()
            if (!entering.isPending) entering.mutate()
          }}
        >
          <Stack gap="md">
            <Group justify="space-between" wrap="nowrap">
              <Group gap="sm" wrap="nowrap">
                <img src="/icon.svg" alt="" width={40} height={40} />
                <Title order={1} size="h3">
                  {t.app.name}
                </Title>
              </Group>
              <LanguageSwitch />
            </Group>
            {again && !entering.isError && (
              <Alert color="yellow" role="status" variant="light">
                {t.signIn.again}
              </Alert>
            )}
            {entering.isError && (
              <Alert color="red" role="alert" variant="light">
                {isSignedOut(entering.error) ? t.signIn.failed : refusalText(entering.error)}
              </Alert>
            )}
            <TextInput
              label={t.signIn.name}
              autoComplete="username"
              value={name}
              onChange={event => setName(event.currentTarget.value)}
            />
            <PasswordInput
              label={t.signIn.password}
              autoComplete="current-password"
              value={password}
              onChange={event => setTyped(event.currentTarget.value)}
            />
            <Button type="submit" loading={entering.isPending} disabled={name.trim() === '' || password === ''}>
              {t.signIn.submit}
            </Button>
            <Text size="sm" c="dimmed">
              {t.signIn.hint}
            </Text>
          </Stack>
        </form>
      </Paper>
    </Center>
  )
}
