/**
 * Makes an element: attributes by name, listeners as `onclick`, `class` and `dataset` as they are in HTML; children may be
 * nodes, texts or nothing.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | false | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value)
  for (const child of children) if (child) element.append(child)
  return element
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {unknown} value
 */
function setAttribute(element, name, value) {
  if (value === undefined || value === null || value === false) return
  if (name === 'dataset') Object.assign(element.dataset, value)
  else if (typeof value === 'function') {
    element.addEventListener(name.slice(2), event => {
      value(event)
    })
  } else element.setAttribute(name, value === true ? '' : String(value))
}

/**
 * Runs `draw` once before the next frame, however often it is asked for.
 * @param {() => void} draw
 */
export function onceAFrame(draw) {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      draw()
    })
  }
}

/** @param {unknown} error */
export const sentenceOf = error => (error instanceof Error ? error.message : String(error))

/**
 * An element of the page's own HTML.
 * @param {string} id
 */
export function byId(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`no element #${id}`)
  return element
}
