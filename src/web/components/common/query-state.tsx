import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refused } from '../../api/errors.ts'
import { useRefusalText } from '../../hooks/use-refusal-text.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props<T> {
  query: UseQueryResult<T>
  notFound?: string
  children: (data: T) => ReactNode
}

/** Waiting, failed or there: what was read once stays on screen while the line is down. */
export const QueryState = <T,>({ query, notFound, children }: Props<T>) => {
  const { t } = useLanguage()
  const refusalText = useRefusalText()
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) {
    return (
      <Stack p="md" aria-busy="true" aria-label={t.app.loading}>
        <Skeleton height={24} width="60%" />
        <Skeleton height={72} />
        <Skeleton height={72} />
      </Stack>
    )
  }
  const missing = query.error instanceof Refused && query.error.status === 404
  return (
    <Alert color={missing ? 'gray' : 'red'} m="md" role="alert" title={missing ? undefined : t.errors.loading}>
      <Group justify="space-between">
        <Text size="sm">{missing && notFound !== undefined ? notFound : refusalText(query.error)}</Text>
        <Button size="xs" variant="default" onClick={() => void query.refetch()}>
          {t.common.retry}
        </Button>
      </Group>
    </Alert>
  )
}
