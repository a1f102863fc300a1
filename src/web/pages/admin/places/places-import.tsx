import { Button, Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { GazetteerView, PlacesFile, PlacesImport, PlacesPreview } from '../../../../admin-api/contract/index.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FilePicker } from './file-picker.tsx'
import { ImportPreview } from './import-preview.tsx'
import { PresentEdition } from './present-edition.tsx'
import { useFilePreview } from './use-file-preview.ts'
import { useImport, usePlaceAdminApi } from './use-places-admin.ts'

type Mode = PlacesFile['mode']

/** The gazetteer: what there is, and a file to add or to take in its place, looked at first. */
export const PlacesImportPanel = ({ gazetteer }: { gazetteer: GazetteerView }) => {
  const { t } = useLanguage()
  const api = usePlaceAdminApi()
  const [mode, setMode] = useState<Mode>('add')
  const { chosen, choose, drop, preview } = useFilePreview('places-preview', mode, csv =>
    api.previewPlaces({ csv, mode }),
  )
  const take = useImport((admin, input: PlacesImport, key) => admin.importPlaces(input, key), drop)
  return (
    <Stack gap="sm">
      <Group gap="md">
        <PresentEdition edition={gazetteer.edition} />
        {gazetteer.edition && (
          <Button
            component="a"
            href={api.exportPath}
            download
            size="compact-sm"
            variant="subtle"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t.mapAdmin.export}
          </Button>
        )}
      </Group>
      <FilePicker
        key={chosen === null ? 'none' : 'some'}
        label={t.mapAdmin.csv}
        hint={t.mapAdmin.csvHint}
        accept=".csv,.txt,.tsv,text/csv"
        onRead={choose}
      />
      <div>
        <Text size="sm" fw={600} mb={4} id="import-mode">
          {t.mapAdmin.mode}
        </Text>
        <SegmentedControl
          aria-labelledby="import-mode"
          data={(['add', 'replace'] as const).map(value => ({ value, label: t.mapAdmin.modes[value] }))}
          value={mode}
          onChange={value => setMode(value as Mode)}
        />
      </div>
      {chosen !== null && (
        <QueryState query={preview}>
          {seen => (
            <Preview
              seen={seen}
              busy={take.busy}
              onTake={() => take.send({ csv: chosen, mode, basedOn: seen.basedOn })}
            />
          )}
        </QueryState>
      )}
    </Stack>
  )
}

const Preview = ({ seen, busy, onTake }: { seen: PlacesPreview; busy: boolean; onTake: () => void }) => {
  const words = useLanguage().t.mapAdmin
  const { rows, added, changed, same, removed, total, sample } = seen
  const usable = added + changed + same
  return (
    <ImportPreview
      seen={seen}
      summary={[
        ...[words.rows(rows), words.added(added), words.changed(changed), words.same(same)],
        ...(removed > 0 ? [words.removed(removed)] : []),
      ]}
      result={words.total(total)}
      at={words.line}
      action={words.take(usable)}
      usable={usable > 0}
      busy={busy}
      onTake={onTake}
    >
      {sample.length > 0 && <Sample places={sample} />}
    </ImportPreview>
  )
}

const Sample = ({ places }: { places: PlacesPreview['sample'] }) => {
  const { t } = useLanguage()
  return (
    <>
      <Title order={3} size="h4" mt="md">
        {t.mapAdmin.sample}
      </Title>
      <Table verticalSpacing={4} maw={900}>
        <Table.Thead>
          <Table.Tr>
            {[t.mapAdmin.kind, t.common.name, t.mapAdmin.area, t.mapAdmin.point].map(title => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {places.map(({ kind, name, kelurahan, kecamatan, lat, lng }) => (
            <Table.Tr key={`${kind} ${name} ${lat} ${lng}`}>
              <Table.Td>{t.places.kinds[kind]}</Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{[kelurahan, kecamatan].filter(Boolean).join(', ')}</Table.Td>
              <Table.Td className="nowrap">
                {lat}, {lng}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
