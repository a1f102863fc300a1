import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { PlaceView } from '../../../admin-api/contract/index.ts'
import { usePlaceSearch } from '../../hooks/use-places.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Option, Options } from '../common/options.tsx'

const searchPauseMs = 120
/** One letter fits half the city. */
const fewestLetters = 2
const none: readonly PlaceView[] = []

interface Suggestions {
  /** true when the key was for the list */
  takesKey: (event: KeyboardEvent) => boolean
  /** for the input: what it controls, and which option is highlighted */
  aria: { 'aria-autocomplete': 'list'; 'aria-controls'?: string; 'aria-activedescendant'?: string | undefined }
  list: ReactNode
}

/**
 * Places below a field while somebody types in it; `typed` is null while nobody does. Nothing is highlighted at first:
 * Enter takes a place only after an arrow chose it, so that free text stays what was typed.
 */
export const usePlaceSuggestions = (
  typed: string | null,
  onPick: (place: PlaceView) => void,
  onClose: () => void,
): Suggestions => {
  const id = useId()
  const wanted = typed !== null && typed.trim().length >= fewestLetters ? typed.trim() : null
  const [words] = useDebouncedValue(wanted, searchPauseMs)
  const found = usePlaceSearch(words)
  const [chosen, setChosen] = useState<{ words: string | null; at: number }>({ words: null, at: -1 })
  const places = wanted !== null && words !== null ? (found.data ?? none) : none
  // a highlight belongs to the words that it was moved under
  const at = chosen.words === wanted ? Math.min(chosen.at, places.length - 1) : -1
  const highlighted = places[at]

  const takesKey = (event: KeyboardEvent): boolean => {
    if (places.length === 0) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setChosen({ words: wanted, at: Math.max(-1, Math.min(places.length - 1, at + step)) })
    else if (event.key === 'Enter' && highlighted) onPick(highlighted)
    else if (event.key === 'Escape') onClose()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    takesKey,
    aria: {
      'aria-autocomplete': 'list',
      ...(places.length > 0 && { 'aria-controls': id }),
      ...(highlighted && { 'aria-activedescendant': `${id}-${at}` }),
    },
    list: places.length > 0 && <PlaceList id={id} places={places} at={at} onPick={onPick} />,
  }
}

interface ListProps {
  id: string
  places: readonly PlaceView[]
  at: number
  onPick: (place: PlaceView) => void
}

const PlaceList = ({ id, places, at, onPick }: ListProps) => {
  const { t } = useLanguage()
  return (
    <Options id={id} label={t.places.list} className="places">
      {places.map((place, index) => (
        <Option
          key={`${place.kind} ${place.name} ${place.lat} ${place.lng}`}
          id={`${id}-${index}`}
          className="place"
          highlighted={index === at}
          onPick={() => onPick(place)}
        >
          <span className="place-kind">{t.places.kinds[place.kind]}</span>
          <span className="place-name">{place.name}</span>
          <span className="place-area">{areaOf(place)}</span>
        </Option>
      ))}
      <div className="places-hint" aria-hidden>
        {t.places.hint}
      </div>
    </Options>
  )
}

const areaOf = ({ kelurahan, kecamatan }: PlaceView): string => [kelurahan, kecamatan].filter(Boolean).join(', ')
