/** A tenth of a metre: what lies behind it is arithmetic, no place. */
const digits = 6

/** Coordinates as they are read out and pasted. */
export const pointText = ({ lat, lng }: { lat: number; lng: number }): string =>
  `${Number(lat.toFixed(digits))}, ${Number(lng.toFixed(digits))}`
