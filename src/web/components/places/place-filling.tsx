import { createContext, type ReactNode, useContext, useState } from 'react'
import type { PlaceView } from '../../../admin-api/contract/index.ts'
import { fillPlace, type PlaceAnswers, type PlaceField, type PlaceTextField } from '../../places/fill-place.ts'
import { useField } from '../intake/intake-context.tsx'

interface PlaceFilling {
  /** name of the place picked last */
  name: string | null
  /** what picks wrote into the fields */
  filled: PlaceAnswers
  /** what it says otherwise than the operator */
  offered: PlaceAnswers
  /** fills the fields; returns what was written into them */
  pick: (place: PlaceView, typedIn: PlaceTextField) => PlaceAnswers
  accept: (field: PlaceField) => void
  dismiss: () => void
}

const Context = createContext<PlaceFilling | null>(null)

/** Keeps what was filled in from the gazetteer, so that a second pick may replace it, and what is only offered. */
export const PlaceFillingProvider = ({ children }: { children: ReactNode }) => {
  const fields = {
    location: useField('location'),
    address: useField('address'),
    landmark: useField('landmark'),
    point: useField('point'),
  }
  const [name, setName] = useState<string | null>(null)
  const [filled, setFilled] = useState<PlaceAnswers>({})
  const [offered, setOffered] = useState<PlaceAnswers>({})

  const write = ({ location, address, landmark, point }: PlaceAnswers) => {
    if (location) fields.location.set(location)
    if (address) fields.address.set(address)
    if (landmark) fields.landmark.set(landmark)
    if (point) fields.point.set(point)
  }
  const pick = (place: PlaceView, typedIn: PlaceTextField): PlaceAnswers => {
    const answers = Object.fromEntries(
      Object.entries(fields).flatMap(([field, { answer }]) => (answer === undefined ? [] : [[field, answer]])),
    )
    const filling = fillPlace(place, typedIn, answers, filled)
    write(filling.set)
    setName(place.name)
    setFilled({ ...filled, ...filling.set })
    setOffered(filling.offered)
    return filling.set
  }
  const accept = (field: PlaceField) => {
    const { [field]: answer, ...others } = offered
    const own = { [field]: answer } as PlaceAnswers
    write(own)
    setFilled({ ...filled, ...own })
    setOffered(others)
  }
  return <Context value={{ name, filled, offered, pick, accept, dismiss: () => setOffered({}) }}>{children}</Context>
}

export const usePlaceFilling = (): PlaceFilling => {
  const filling = useContext(Context)
  if (!filling) throw new Error('PlaceFillingProvider is missing')
  return filling
}
