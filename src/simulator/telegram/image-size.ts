export interface ImageInfo {
  readonly mime: 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Reads type and size from the head of a JPEG or PNG file; undefined when the bytes are neither. */
export function readImageInfo(bytes: Buffer): ImageInfo | undefined {
  if (bytes.length >= 24 && bytes.subarray(0, 8).equals(PNG_SIGNATURE)) {
    return sized('image/png', bytes.readUInt32BE(16), bytes.readUInt32BE(20))
  }
  return bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg(bytes) : undefined
}

/** Walks a JPEG's segments to its frame header (SOF0-SOF15 without DHT, JPG and DAC). */
function readJpeg(bytes: Buffer): ImageInfo | undefined {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return sized('image/jpeg', bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

function sized(mime: ImageInfo['mime'], width: number, height: number): ImageInfo | undefined {
  return width > 0 && height > 0 ? { mime, width, height } : undefined
}
