import { SimpleGrid } from '@mantine/core'
import { Panel } from '../../components/common/panel.tsx'
import { QueryState } from '../../components/common/query-state.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { OutlinesImportPanel } from './places/outlines-import.tsx'
import { PlacesImportPanel } from './places/places-import.tsx'
import { useGazetteer } from './places/use-places-admin.ts'

/** Place names and boundaries: files are looked at before they are taken over. */
export const PlacesTab = () => {
  const { t } = useLanguage()
  const gazetteer = useGazetteer()
  return (
    <QueryState query={gazetteer}>
      {present => (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" className="places-admin">
          <Panel title={t.mapAdmin.gazetteer}>
            <PlacesImportPanel gazetteer={present} />
          </Panel>
          <Panel title={t.mapAdmin.outlines}>
            <OutlinesImportPanel gazetteer={present} />
          </Panel>
        </SimpleGrid>
      )}
    </QueryState>
  )
}
