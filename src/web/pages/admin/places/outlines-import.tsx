import { Alert, Button, Loader, Select, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { GazetteerView, OutlinesImport, OutlinesPreview } from '../../../../admin-api/contract/index.ts'
import { newKey } from '../../../api/idempotency-key.ts'
import { keys } from '../../../api/keys.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useSigned } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FaultTable } from './fault-table.tsx'
import { FilePicker } from './file-picker.tsx'
import { PresentEdition } from './present-edition.tsx'
import { useImport, usePlaceAdminApi } from './use-places-admin.ts'

const OutlinesMap = lazy(() => import('./outlines-map.tsx'))

/** The districts' outlines: what there is, and a file to take in their place, drawn first. */
export const OutlinesImportPanel = ({ gazetteer }: { gazetteer: GazetteerView }) => {
  const { t } = useLanguage()
  const api = usePlaceAdminApi()
  const { code } = useSigned().centre
  const [chosen, setChosen] = useState<{ geojson: string; key: string } | null>(null)
  const [property, setProperty] = useState<string | null>(null)
  const file = { geojson: chosen?.geojson ?? '', ...(property !== null && { nameProperty: property }) }
  const preview = useQuery({
    queryKey: keys.admin(code, 'outlines-preview', chosen?.key ?? '', property ?? ''),
    queryFn: () => api.previewOutlines(file),
    enabled: chosen !== null,
    gcTime: 0,
    staleTime: 0,
  })
  const take = useImport(
    (admin, input: OutlinesImport, key) => admin.importOutlines(input, key),
    () => setChosen(null),
  )
  return (
    <Stack gap="sm">
      <PresentEdition edition={gazetteer.outlines} />
      <FilePicker
        key={chosen === null ? 'none' : 'some'}
        label={t.mapAdmin.geojson}
        hint={t.mapAdmin.geojsonHint}
        accept=".geojson,.json,application/geo+json"
        onRead={geojson => {
          setProperty(null)
          setChosen({ geojson, key: newKey() })
        }}
      />
      {chosen && (
        <QueryState query={preview}>
          {seen => (
            <Preview
              seen={seen}
              busy={take.busy}
              onProperty={setProperty}
              onTake={() => take.send({ ...file, basedOn: seen.basedOn })}
            />
          )}
        </QueryState>
      )}
    </Stack>
  )
}

interface PreviewProps {
  seen: OutlinesPreview
  busy: boolean
  onProperty: (name: string) => void
  onTake: () => void
}

const Preview = ({ seen, busy, onProperty, onTake }: PreviewProps) => {
  const { t } = useLanguage()
  const words = t.mapAdmin
  return (
    <section aria-label={words.preview}>
      <Title order={3} size="h4">
        {words.preview}
      </Title>
      <Alert color={seen.faulty > 0 ? 'yellow' : 'blue'} my="xs" role="status">
        {words.features(seen.features)}
        {seen.faulty > 0 && ` · ${words.faulty(seen.faulty)}`}
      </Alert>
      <Select
        label={words.nameProperty}
        maw={300}
        mb="sm"
        allowDeselect={false}
        data={[...new Set([...seen.properties, seen.nameProperty])]}
        value={seen.nameProperty}
        onChange={name => name !== null && onProperty(name)}
      />
      <Button disabled={seen.outlines.length === 0} loading={busy} onClick={onTake}>
        {words.takeOutlines(seen.outlines.length)}
      </Button>
      {seen.outlines.length > 0 && (
        <Suspense fallback={<Loader m="md" aria-label={t.app.loading} />}>
          <OutlinesMap outlines={seen.outlines} />
        </Suspense>
      )}
      <FaultTable faulty={seen.faulty} faults={seen.faults} at={words.feature} />
    </section>
  )
}
