import { Loader, Select, Stack } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { GazetteerView, OutlinesImport, OutlinesPreview } from '../../../../admin-api/contract/index.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FilePicker } from './file-picker.tsx'
import { ImportPreview } from './import-preview.tsx'
import { PresentEdition } from './present-edition.tsx'
import { useFilePreview } from './use-file-preview.ts'
import { useImport, usePlaceAdminApi } from './use-places-admin.ts'

const OutlinesMap = lazy(() => import('./outlines-map.tsx'))

/** The districts' outlines: what there is, and a file to take in their place, drawn first. */
export const OutlinesImportPanel = ({ gazetteer }: { gazetteer: GazetteerView }) => {
  const { t } = useLanguage()
  const api = usePlaceAdminApi()
  const [property, setProperty] = useState<string | null>(null)
  const fileOf = (geojson: string) => ({ geojson, ...(property !== null && { nameProperty: property }) })
  const { chosen, choose, drop, preview } = useFilePreview('outlines-preview', property ?? '', geojson =>
    api.previewOutlines(fileOf(geojson)),
  )
  const take = useImport((admin, input: OutlinesImport, key) => admin.importOutlines(input, key), drop)
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
          choose(geojson)
        }}
      />
      {chosen !== null && (
        <QueryState query={preview}>
          {seen => (
            <Preview
              seen={seen}
              busy={take.busy}
              onProperty={setProperty}
              onTake={() => take.send({ ...fileOf(chosen), basedOn: seen.basedOn })}
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
  const { features, outlines, properties, nameProperty } = seen
  return (
    <ImportPreview
      seen={seen}
      summary={[words.features(features)]}
      at={words.feature}
      reading={
        <Select
          label={words.nameProperty}
          maw={300}
          mb="sm"
          allowDeselect={false}
          data={[...new Set([...properties, nameProperty])]}
          value={nameProperty}
          onChange={name => name !== null && onProperty(name)}
        />
      }
      action={words.takeOutlines(outlines.length)}
      usable={outlines.length > 0}
      busy={busy}
      onTake={onTake}
    >
      {outlines.length > 0 && (
        <Suspense fallback={<Loader m="md" aria-label={t.app.loading} />}>
          <OutlinesMap outlines={outlines} />
        </Suspense>
      )}
    </ImportPreview>
  )
}
