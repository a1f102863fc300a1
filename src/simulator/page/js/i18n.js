import { english } from './words-en.js'
import { indonesian } from './words-id.js'

const KEY = 'simulator.language'

export const language = localStorage.getItem(KEY) === 'en' ? 'en' : 'id'

const words = language === 'en' ? english : indonesian

/**
 * The word for `key` in the chosen language.
 * @param {string} key
 */
export function t(key) {
  return words[key] ?? indonesian[key] ?? key
}

export function switchLanguage() {
  localStorage.setItem(KEY, language === 'id' ? 'en' : 'id')
  location.reload()
}
