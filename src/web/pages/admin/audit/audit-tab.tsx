import { Button, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AuditEntry, auditSentence, changedFields } from '../../../admin/audit-words.ts'
import { adminApi } from '../../../api/admin.ts'
import { keys } from '../../../api/keys.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useSigned, useTimes } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { useFieldWords } from '../agency/field-words.ts'
import { type AuditAsked, AuditFilters, nothingAsked, queryOf } from './audit-filters.tsx'

const useTrail = (asked: AuditAsked) => {
  const { code } = useSigned().centre
  const query = queryOf(asked, code)
  return useInfiniteQuery({
    queryKey: keys.admin(code, 'audit', JSON.stringify(query)),
    queryFn: ({ pageParam }) => adminApi.audit(query, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
}

/** Who did what in administration, and who saw personal data; newest first. */
export const AuditTab = () => {
  const { t } = useLanguage()
  const [asked, setAsked] = useState(nothingAsked)
  const trail = useTrail(asked)
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t.trail.hint}
      </Text>
      <AuditFilters asked={asked} set={given => setAsked({ ...asked, ...given })} />
      <QueryState query={trail}>
        {({ pages }) => {
          const entries = pages.flatMap(page => page.entries)
          if (entries.length === 0) {
            return (
              <Text c="dimmed" py="lg">
                {t.trail.empty}
              </Text>
            )
          }
          return (
            <>
              <Entries entries={entries} />
              {trail.hasNextPage && (
                <Button
                  mt="sm"
                  variant="default"
                  loading={trail.isFetchingNextPage}
                  onClick={() => void trail.fetchNextPage()}
                >
                  {t.common.more}
                </Button>
              )}
            </>
          )
        }}
      </QueryState>
    </>
  )
}

const Entries = ({ entries }: { entries: AuditEntry[] }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  return (
    <Table.ScrollContainer minWidth={720} maw={1200}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>{t.trail.when}</Table.Th>
            <Table.Th w={220}>{t.trail.who}</Table.Th>
            <Table.Th>{t.trail.what}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry, index) => (
            // the trail has no ids, and never changes: a place in it is as good
            <Table.Tr key={`${entry.at.toString()} ${index.toString()}`}>
              <Table.Td className="nowrap" valign="top">
                {dateTime(entry.at)}
              </Table.Td>
              <Table.Td valign="top">{entry.by || t.trail.unnamed}</Table.Td>
              <Table.Td>
                {auditSentence(entry, t)}
                <Details entry={entry} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const Details = ({ entry }: { entry: AuditEntry }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const { nameOf, say } = useFieldWords()
  const fields = changedFields(entry)
  if (fields.length === 0) return null
  const text = (name: string, value: unknown): string =>
    name.endsWith('At') && typeof value === 'number' ? dateTime(value) : say(name, value)
  return (
    <details className="audit-details">
      <summary>{t.trail.details}</summary>
      <dl>
        {fields.map(({ name, before, after }) => (
          <div key={name}>
            <dt>{nameOf(name)}</dt>
            <dd>
              {before !== null && (
                <>
                  <del>{text(name, before)}</del>
                  {' → '}
                </>
              )}
              <ins>{text(name, after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
