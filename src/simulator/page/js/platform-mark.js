/** @import { PlatformName } from './page-types.d.ts' */
import { h } from './dom.js'

const NAMES = { telegram: 'Telegram', whatsapp: 'WhatsApp' }

/**
 * The sign of a chat's platform, for the corner of its avatar.
 * @param {{ platform: PlatformName }} of
 */
export const platformMark = ({ platform }) =>
  h('img', { class: 'platform', src: `${platform}.svg`, alt: NAMES[platform], title: NAMES[platform] })
