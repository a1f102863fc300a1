/** @import { WireSend } from '../../../contract/wire.ts' */
import { reach } from '../server.js'

/** Bytes that the page hands around. */
class OpaqueData {
  /** @type {Blob} */
  #blob
  /** @type {string | undefined} */
  #url

  /** @param {Blob} blob */
  constructor(blob) {
    this.#blob = blob
  }

  /** @param {Blob} blob */
  static async createFromData(blob) {
    return new OpaqueData(blob)
  }

  get blob() {
    return this.#blob
  }

  url() {
    this.#url ??= URL.createObjectURL(this.#blob)
    return this.#url
  }

  autorelease() {
    if (this.#url) URL.revokeObjectURL(this.#url)
  }

  formData() {
    return this.#blob
  }
}

/** @typedef {{ asSticker?: boolean, isPtt?: boolean, asDocument?: boolean }} MediaWish */

/** A file on its way out; its attributes become the message's. */
class MediaData {
  /**
   * @param {OpaqueData} data
   * @param {MediaWish} wish
   * @param {string} filehash
   */
  constructor(data, wish, filehash) {
    this.mediaBlob = data
    this.filehash = filehash
    this.mimetype = data.blob.type
    this.size = data.blob.size
    this.type = kindOf(data.blob.type, wish)
    this.isGif = false
    this.renderableUrl = ''
    this.preview = ''
    const name = data.blob instanceof File ? data.blob.name : ''
    if (name && name !== 'undefined') this.filename = name
  }

  /** @param {object} attributes */
  set(attributes) {
    Object.assign(this, attributes)
  }

  /** What of it belongs to a message. */
  toJSON() {
    const { mediaBlob: _blob, renderableUrl: _url, preview: _preview, ...attributes } = this
    return attributes
  }
}

/**
 * @param {string} mime
 * @param {MediaWish} wish
 * @returns {NonNullable<WireSend['media']>['kind']}
 */
function kindOf(mime, { asSticker, isPtt, asDocument }) {
  const [family = ''] = mime.split('/')
  if (asDocument) return 'document'
  if (asSticker) return 'sticker'
  if (family === 'audio') return isPtt ? 'ptt' : 'audio'
  return family === 'image' || family === 'video' ? family : 'document'
}

/**
 * @param {OpaqueData} data
 * @param {MediaWish} wish
 */
const prepRawMedia = (data, wish) => ({
  async waitForPrep() {
    const digest = await crypto.subtle.digest('SHA-256', await data.blob.arrayBuffer())
    return new MediaData(data, wish, btoa(String.fromCharCode(...new Uint8Array(digest))))
  },
})

/** The page's files on their way out, by their hash. */
class MediaObject {
  contentInfo = {}
  /** @type {string} */
  type = ''
  /** @type {number} */
  size = 0
  /** @type {OpaqueData | undefined} */
  mediaBlob

  /** @param {string} filehash */
  constructor(filehash) {
    this.filehash = filehash
  }

  /** @param {object} attributes */
  consolidate(attributes) {
    Object.assign(this, attributes)
  }
}

/** @type {Map<string, MediaObject>} */
const mediaObjects = new Map()
/** @type {Map<string, Blob>} */
const blobs = new Map()

/** @param {string} filehash */
function getOrCreateMediaObject(filehash) {
  const known = mediaObjects.get(filehash) ?? new MediaObject(filehash)
  mediaObjects.set(filehash, known)
  return known
}

/** @param {{ mimetype: string, mediaObject: MediaObject }} upload */
async function uploadMedia({ mimetype, mediaObject }) {
  const blob = blobs.get(mediaObject.filehash)
  if (!blob) throw new Error('media-fault: nothing to upload')
  const stored = await upload(blob, mimetype)
  blobs.delete(mediaObject.filehash)
  return { mediaEntry: { ...stored, mmsUrl: stored.directPath, deprecatedMms3Url: stored.directPath } }
}

/**
 * @param {Blob} blob
 * @param {string} mimetype
 */
async function upload(blob, mimetype) {
  const response = await reach('/wa/media', { method: 'PUT', headers: { 'content-type': mimetype }, body: blob })
  if (!response.ok) throw new Error(`MediaUploadError: ${response.status}`)
  const { fileId, sha256 } = await response.json()
  return {
    directPath: `/wa/media/${fileId}`,
    mediaKey: btoa(fileId),
    mediaKeyTimestamp: Math.floor(Date.now() / 1000),
    encFilehash: sha256,
    uploadHash: sha256,
  }
}

/** @param {{ blob: Blob }} sticker */
async function encryptAndUpload({ blob }) {
  const { uploadHash, ...stored } = await upload(blob, blob.type)
  return { ...stored, url: stored.directPath, mimetype: blob.type }
}

/** The bytes of a file on the server. @param {{ directPath: string }} file */
async function downloadAndMaybeDecrypt({ directPath }) {
  const response = await reach(directPath)
  if (!response.ok)
    throw Object.assign(new Error(`MediaNotFoundError: ${response.status}`), { status: response.status })
  return response.arrayBuffer()
}

/** A picture as WhatsApp's stickers are: WebP, 512 pixels at most. @param {File} file */
async function toWebpSticker(file) {
  const picture = await createImageBitmap(file)
  const scale = 512 / Math.max(picture.width, picture.height)
  const canvas = new OffscreenCanvas(picture.width * scale, picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/webp' })
}

export const media = {
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: { prepRawMedia },
  WAWebMediaStorage: { getOrCreateMediaObject },
  WAWebMmsMediaTypes: {
    msgToMediaType: (/** @type {{ type: string }} */ { type }) => type,
    castToV4: (/** @type {string} */ type) => type,
  },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => true },
  WAWebMediaInMemoryBlobCache: {
    InMemoryMediaBlobCache: {
      put: (/** @type {string} */ filehash, /** @type {Blob} */ blob) => blobs.set(filehash, blob),
    },
  },
  WAWebMediaMmsV4Upload: { uploadMedia },
  WAWebUploadManager: { encryptAndUpload },
  WAWebStartMediaUploadQpl: { startMediaUploadQpl: () => ({}) },
  WAWebDownloadManager: { downloadManager: { downloadAndMaybeDecrypt } },
  WAWebImageUtils: { toWebpSticker },
}
