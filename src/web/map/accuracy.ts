/** Radii that people can judge, in metres: a phone's own position, a house, a street, a district. */
export const accuracies = [10, 50, 100, 300, 500, 1_000, 3_000] as const

/** Metres of a screen's pixel at zoom 0 on the equator (web Mercator, tiles of 256 pixels). */
const metresAtZoom0 = 156_543.03
/** As near as a hand sets a point. */
const handPixels = 12

/** How exactly a point that was set on the map at this zoom is known. */
export const accuracyAt = (zoom: number, lat: number): number => {
  const metres = (handPixels * metresAtZoom0 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom
  return accuracies.find(accuracy => accuracy >= metres) ?? 3_000
}
