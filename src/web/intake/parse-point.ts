/** What an operator may paste for a point: two numbers, degrees with minutes, a geo: address or a long map link. */
export type ParsedPoint =
  | { ok: true; lat: number; lng: number }
  | { ok: false; problem: 'empty' | 'shortLink' | 'unreadable' | 'outsideWorld' }

const number = '(-?\\d{1,3}(?:\\.\\d+)?)'

/** Where map links keep the place itself; the view's centre (`@`) comes last: people pan away from what they mean. */
const linkPatterns = [
  new RegExp(`!3d${number}!4d${number}`),
  new RegExp(`[?&](?:q|query|ll|destination|daddr|center|mlat)=(?:loc:)?${number}(?:,|&mlon=)${number}`),
  new RegExp(`/(?:search|place|dir)/${number},\\s*${number}`),
  new RegExp(`@${number},${number}`),
  new RegExp(`#map=\\d+/${number}/${number}`),
]
const shortLink = /^https?:\/\/(maps\.app\.goo\.gl|goo\.gl|g\.co)\//i
const degrees =
  /(\d{1,3})\s*[°º]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″]|'')\s*)?(LS|LU|BT|BB|[NSEWUTB])/gi

/** Reads what was pasted; latitude comes first, unless the first number can only be a longitude. */
export const parsePoint = (text: string): ParsedPoint => {
  const pasted = text.trim().replaceAll('−', '-')
  if (pasted === '') return { ok: false, problem: 'empty' }
  if (shortLink.test(pasted)) return { ok: false, problem: 'shortLink' }
  const pair = /^https?:/i.test(pasted) ? fromLink(pasted) : (fromDegrees(pasted) ?? fromNumbers(pasted))
  return pair ? inWorld(pair) : { ok: false, problem: 'unreadable' }
}

type Pair = [first: number, second: number]

const pairOf = (match: RegExpExecArray | null): Pair | null =>
  match?.[1] !== undefined && match[2] !== undefined ? [decimal(match[1]), decimal(match[2])] : null

const decimal = (text: string): number => Number(text.replace(',', '.'))

const fromLink = (link: string): Pair | null => {
  const plain = safeDecode(link).replaceAll('+', ' ').replace(/,\s+/g, ',')
  for (const pattern of linkPatterns) {
    const pair = pairOf(pattern.exec(plain))
    if (pair) return pair
  }
  return null
}

const safeDecode = (link: string): string => {
  try {
    return decodeURIComponent(link)
  } catch (error) {
    // A stray % in what was pasted is no reason to give up: read it as it stands.
    if (error instanceof URIError) return link
    throw error
  }
}

const fromNumbers = (text: string): Pair | null => {
  const plain = text.replace(/^geo:/i, '').replace(/[();]+$|^\(/g, '')
  return (
    pairOf(/^(-?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)(?:[;?].*)?$/.exec(plain)) ??
    // Decimal commas, as Indonesian phones write them: "-6,9592; 110,4175".
    pairOf(/^(-?\d{1,3},\d+)\s*[;\s,]\s*(-?\d{1,3},\d+)$/.exec(plain))
  )
}

/** Hemispheres in English and Indonesian letters: LS and LU, BT and BB, or U(tara), S(elatan), T(imur), B(arat) alone. */
const hemispheres: Record<string, { axis: 'lat' | 'lng'; sign: 1 | -1 }> = {
  N: { axis: 'lat', sign: 1 },
  U: { axis: 'lat', sign: 1 },
  LU: { axis: 'lat', sign: 1 },
  S: { axis: 'lat', sign: -1 },
  LS: { axis: 'lat', sign: -1 },
  E: { axis: 'lng', sign: 1 },
  T: { axis: 'lng', sign: 1 },
  BT: { axis: 'lng', sign: 1 },
  W: { axis: 'lng', sign: -1 },
  B: { axis: 'lng', sign: -1 },
  BB: { axis: 'lng', sign: -1 },
}

const fromDegrees = (text: string): Pair | null => {
  const found: Partial<Record<'lat' | 'lng', number>> = {}
  for (const [, whole = '', minutes = '0', seconds = '0', letter = ''] of text.matchAll(degrees)) {
    const hemisphere = hemispheres[letter.toUpperCase()]
    if (!hemisphere) continue
    const value = decimal(whole) + decimal(minutes) / 60 + decimal(seconds) / 3600
    found[hemisphere.axis] = Math.round(hemisphere.sign * value * 1e6) / 1e6
  }
  return found.lat !== undefined && found.lng !== undefined ? [found.lat, found.lng] : null
}

const inWorld = ([first, second]: Pair): ParsedPoint => {
  const swapped = Math.abs(first) > 90 && Math.abs(second) <= 90
  const [lat, lng] = swapped ? [second, first] : [first, second]
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) return { ok: false, problem: 'outsideWorld' }
  return { ok: true, lat, lng }
}
