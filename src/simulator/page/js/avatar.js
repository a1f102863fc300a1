/** @import { PageChat } from './page-types.d.ts' */
import { h } from './dom.js'
import { colourOf, initials } from './format.js'
import { platformMark } from './platform-mark.js'

/**
 * A chat's initials with the sign of its platform.
 * @param {PageChat} chat
 */
export function avatar(chat) {
  const circle = h(
    'span',
    { class: 'avatar' },
    h('span', { 'aria-hidden': 'true' }, initials(chat.title)),
    platformMark(chat),
  )
  circle.style.setProperty('background', colourOf(chat.title))
  return circle
}
