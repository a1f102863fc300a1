import type { Location, Message } from 'grammy/types'
import type { TalkPlace } from '../../../application/ports/talk.ts'

/** Telegram's mark of a live location that goes on until its sender ends it, seconds. */
const untilEnded = 0x7fffffff
/** For how long we take such a one to go on, seconds. */
const longestLive = 86_400

export interface PlaceSaid {
  place: TalkPlace
  liveSeconds?: number
}

/** A location, a live location or a venue; null when the message has none. */
export const placeIn = ({ location, venue }: Pick<Message, 'location' | 'venue'>): PlaceSaid | null => {
  if (!location) return null
  const place = { ...pointOf(location), ...(venue ? { title: venue.title, address: venue.address } : {}) }
  const { live_period: seconds } = location
  if (seconds === undefined || seconds <= 0) return { place }
  return { place, liveSeconds: seconds >= untilEnded ? longestLive : seconds }
}

const pointOf = ({ latitude, longitude, horizontal_accuracy: accuracy }: Location): TalkPlace => ({
  lat: latitude,
  lng: longitude,
  accuracyMetres: accuracy ?? null,
})
