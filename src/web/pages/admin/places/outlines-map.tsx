import { useMemo } from 'react'
import type { OutlinesPreview } from '../../../../admin-api/contract/index.ts'
import { MapFrame } from '../../../components/places/map-frame.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'

const nothingToClose = () => () => undefined

/** The districts of a file as they would be drawn. */
const OutlinesMap = ({ outlines }: Pick<OutlinesPreview, 'outlines'>) => {
  const { t } = useLanguage()
  const view = useMemo(() => ({ outlines, approximate: false, posts: [], tiles: null }), [outlines])
  return <MapFrame view={view} label={t.mapAdmin.preview} className="outlines-map" onOpen={nothingToClose} />
}
export default OutlinesMap
