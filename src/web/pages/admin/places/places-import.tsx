import { Alert, Button, Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GazetteerView, PlacesFile, PlacesImport, PlacesPreview } from '../../../../admin-api/contract/index.ts'
import { newKey } from '../../../api/idempotency-key.ts'
import { keys } from '../../../api/keys.ts'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useSigned } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FaultTable } from './fault-table.tsx'
import { FilePicker } from './file-picker.tsx'
import { PresentEdition } from './present-edition.tsx'
import { useImport, usePlaceAdminApi } from './use-places-admin.ts'

type Mode = PlacesFile['mode']
interface Chosen {
  csv: string
  /** names the choice: a preview belongs to one of them */
  key: string
}

/** The gazetteer: what there is, and a file to add or to take in its place, looked at first. */
export const PlacesImportPanel = ({ gazetteer }: { gazetteer: GazetteerView }) => {
  const { t } = useLanguage()
  const api = usePlaceAdminApi()
  const { code } = useSigned().centre
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [mode, setMode] = useState<Mode>('add')
  const preview = useQuery({
    queryKey: keys.admin(code, 'places-preview', chosen?.key ?? '', mode),
    queryFn: () => api.previewPlaces({ csv: chosen?.csv ?? '', mode }),
    enabled: chosen !== null,
    gcTime: 0,
    staleTime: 0,
  })
  const take = useImport(
    (admin, input: PlacesImport, key) => admin.importPlaces(input, key),
    () => setChosen(null),
  )
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
        onRead={csv => setChosen({ csv, key: newKey() })}
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
      {chosen && (
        <QueryState query={preview}>
          {seen => (
            <Preview
              seen={seen}
              busy={take.busy}
              onTake={() => take.send({ csv: chosen.csv, mode, basedOn: seen.basedOn })}
            />
          )}
        </QueryState>
      )}
    </Stack>
  )
}

const Preview = ({ seen, busy, onTake }: { seen: PlacesPreview; busy: boolean; onTake: () => void }) => {
  const { t } = useLanguage()
  const usable = seen.added + seen.changed + seen.same
  const words = t.mapAdmin
  return (
    <section aria-label={words.preview}>
      <Title order={3} size="h4">
        {words.preview}
      </Title>
      <Alert color={seen.faulty > 0 ? 'yellow' : 'blue'} my="xs" role="status">
        {[words.rows(seen.rows), words.added(seen.added), words.changed(seen.changed), words.same(seen.same)].join(
          ' · ',
        )}
        {seen.removed > 0 && ` · ${words.removed(seen.removed)}`}
        {seen.faulty > 0 && ` · ${words.faulty(seen.faulty)}`}
        <br />
        {words.total(seen.total)}
      </Alert>
      <Button disabled={usable === 0} loading={busy} onClick={onTake}>
        {words.take(usable)}
      </Button>
      <FaultTable faulty={seen.faulty} faults={seen.faults} at={words.line} />
      {seen.sample.length > 0 && <Sample places={seen.sample} />}
    </section>
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
