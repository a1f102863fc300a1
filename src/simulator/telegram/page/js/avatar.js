import { h } from './dom.js'
import { colourOf, initials } from './format.js'

/** @param {string} name */
export function avatar(name) {
  const circle = h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name))
  circle.style.setProperty('background', colourOf(name))
  return circle
}
