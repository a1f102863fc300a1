import { Alert, Button, Group, Loader, Skeleton, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isMissing } from '../../api/errors.ts'
import { useRefusalText } from '../../hooks/use-refusal-text.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props<T> {
  query: UseQueryResult<T>
  notFound?: string
  /** said while what is not there yet is asked for again */
  soon?: string
  children: (data: T) => ReactNode
}

/** Waiting, failed or there: what was read once stays on screen while the line is down. */
export const QueryState = <T,>({ query, notFound, soon, children }: Props<T>) => {
  const { t } = useLanguage()
  const refusalText = useRefusalText()
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) {
    return (
      <Stack p="md" aria-busy="true" aria-label={t.app.loading}>
        {soon !== undefined && isMissing(query.failureReason) && (
          <Group gap="sm" role="status">
            <Loader size="sm" aria-hidden />
            <Text>{soon}</Text>
          </Group>
        )}
        <Skeleton height={24} width="60%" />
        <Skeleton height={72} />
        <Skeleton height={72} />
      </Stack>
    )
  }
  const missing = isMissing(query.error)
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
