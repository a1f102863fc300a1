import { Button, Center, Group, Loader, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { keys } from '../../api/keys.ts'
import { archivePageSize } from '../../api/service.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useRefusalText } from '../../hooks/use-refusal-text.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props<T> {
  /** what is asked for: another question is another list */
  asked: object
  /** a page of what lies before that moment, the newest first */
  read: (before: number | undefined) => Promise<T[]>
  empty: string
  children: (found: T[]) => ReactNode
}

/** What a search found so far: loading, failed, nothing, or a list that goes on. */
export const Found = <T extends { openedAt: number }>({ asked, read, empty, children }: Props<T>) => {
  const { t } = useLanguage()
  const { centre } = useSigned()
  const query = useInfiniteQuery({
    queryKey: keys.archive(centre.code, JSON.stringify(asked)),
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: last => (last.length < archivePageSize ? undefined : last.at(-1)?.openedAt),
  })
  const refusalText = useRefusalText()
  const found = query.data?.pages.flat() ?? []
  return (
    <>
      {query.isPending && (
        <Center p="xl">
          <Loader role="status" aria-label={t.app.loading} />
        </Center>
      )}
      {query.isError && (
        <Text c="red" role="alert">
          {refusalText(query.error)}
        </Text>
      )}
      {query.isSuccess && found.length === 0 && (
        <Text c="dimmed" py="xl" ta="center">
          {empty}
        </Text>
      )}
      {found.length > 0 && children(found)}
      {query.hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.common.more}
          </Button>
        </Group>
      )}
    </>
  )
}
