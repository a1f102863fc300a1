/** The country's outermost islands, in degrees, and a little sea around them: 112 is answered nowhere else. */
const bounds = { south: -11.5, north: 6.5, west: 94.5, east: 141.5 } as const

export const inIndonesia = ({ lat, lng }: { lat: number; lng: number }): boolean =>
  lat >= bounds.south && lat <= bounds.north && lng >= bounds.west && lng <= bounds.east
