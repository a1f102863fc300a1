import { Modal, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { IncidentView, PhotoView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'

/** Photos from the crews as thumbnails; a press shows one large. Hidden when there are none. */
export const PhotosPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const [large, setLarge] = useState<PhotoView | null>(null)
  if (incident.photos.length === 0) return null
  const words = (photo: PhotoView) => t.photos.from(photo.by, time(photo.at))
  return (
    <Panel title={t.photos.title}>
      <div className="photos">
        {incident.photos.map(photo => (
          <UnstyledButton key={photo.id} className="photo" onClick={() => setLarge(photo)}>
            <img src={photo.url} alt={words(photo)} loading="lazy" />
          </UnstyledButton>
        ))}
      </div>
      {large && (
        <Modal
          opened
          onClose={() => setLarge(null)}
          size="auto"
          title={words(large)}
          closeButtonProps={{ 'aria-label': t.common.close }}
        >
          <img src={large.url} alt={words(large)} className="photo-large" />
        </Modal>
      )}
    </Panel>
  )
}
