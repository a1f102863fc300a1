/** @import { SamplePhoto, SayWish } from './page-types.d.ts' */
import { h } from './dom.js'
import { t } from './i18n.js'
import { store } from './store.js'

/** Semarang's Simpang Lima, as a sample place. */
const SAMPLE_PLACE = { latitude: -6.99028, longitude: 110.42272 }

/**
 * The drawer with sample photos, upload and place. `send` gets what a person chose, as the control API takes it.
 * @param {(content: Pick<SayWish, 'photo' | 'location'>) => Promise<void>} send
 */
export function createAttachments(send) {
  const upload = h('input', { type: 'file', accept: 'image/jpeg,image/png', hidden: true })
  upload.addEventListener('change', async () => {
    const file = upload.files?.[0]
    upload.value = ''
    if (file) await send({ photo: { base64: await base64Of(file) } })
  })
  /** @param {SamplePhoto} photo */
  const sample = ({ name, title, url }) =>
    h(
      'button',
      { type: 'button', title, onclick: () => send({ photo: name }) },
      h('img', { src: url, alt: title, width: '72', height: '54' }),
      h('span', {}, title),
    )
  /**
   * @param {string} words
   * @param {() => unknown} act
   */
  const line = (words, act) => h('button', { type: 'button', onclick: act }, words)
  const drawer = h(
    'div',
    { class: 'attachments', hidden: true },
    h('b', {}, t('photos')),
    h('div', { class: 'samples' }, ...store.photos.map(sample)),
    line(`🖼️ ${t('uploadPhoto')}`, () => upload.click()),
    line(`🧨 ${t('noPhoto')}`, () => send({ photo: 'bukan-foto' })),
    line(`📍 ${t('samplePlace')}`, () => send({ location: SAMPLE_PLACE })),
    upload,
  )
  return drawer
}

/** @param {File} file */
async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
