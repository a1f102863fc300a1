import { Alert, Button, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PlacesPreview } from '../../../../admin-api/contract/index.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FaultTable } from './fault-table.tsx'

interface Props {
  seen: Pick<PlacesPreview, 'faulty' | 'faults'>
  /** what was read, in words */
  summary: readonly string[]
  /** where that leads */
  result?: string
  /** what is counted: lines or features */
  at: string
  /** stands between the summary and the button */
  reading?: ReactNode
  action: string
  usable: boolean
  busy: boolean
  onTake: () => void
  /** what would be taken over */
  children: ReactNode
}

/** What a file would bring: figures, a button that takes it, a sample, and what is left out and why. */
export const ImportPreview = ({
  seen,
  summary,
  result,
  at,
  reading,
  action,
  usable,
  busy,
  onTake,
  children,
}: Props) => {
  const { t } = useLanguage()
  const { faulty, faults } = seen
  const said = [...summary, ...(faulty > 0 ? [t.mapAdmin.faulty(faulty)] : [])]
  return (
    <section aria-label={t.mapAdmin.preview}>
      <Title order={3} size="h4">
        {t.mapAdmin.preview}
      </Title>
      <Alert color={faulty > 0 ? 'yellow' : 'blue'} my="xs" role="status">
        {said.join(' · ')}
        {result !== undefined && <div>{result}</div>}
      </Alert>
      {reading}
      <Button disabled={!usable} loading={busy} onClick={onTake}>
        {action}
      </Button>
      <FaultTable faulty={faulty} faults={faults} at={at} />
      {children}
    </section>
  )
}
