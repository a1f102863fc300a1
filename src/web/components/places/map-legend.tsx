import { useLanguage } from '../../lang/language-provider.tsx'
import { shapes } from '../../map/marks.ts'

/** What shapes, digits and small squares mean. */
export const MapLegend = () => {
  const { t } = useLanguage()
  return (
    <ul className="map-legend" aria-label={t.map.legend}>
      {shapes.map(shape => (
        <li key={shape}>
          <span className={`map-mark map-mark-${shape} map-priority-4`} aria-hidden>
            <span>1</span>
          </span>
          {t.map.shapes[shape]}
        </li>
      ))}
      <li>
        <span className="map-post" aria-hidden />
        {t.map.post}
      </li>
      <li>{t.map.digits}</li>
    </ul>
  )
}
