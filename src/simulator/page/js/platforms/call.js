/** A refusal of a control API: a sentence for people in `message`. */
export class Refused extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

/**
 * Speaks JSON with the control API at `base`.
 * @param {string} base
 */
export const caller =
  base =>
  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  async (method, path, body) => {
    const json = { 'content-type': 'application/json' }
    const init = body === undefined ? { method } : { method, headers: json, body: JSON.stringify(body) }
    const response = await fetch(base + path, init)
    const text = await response.text()
    const value = text === '' ? undefined : JSON.parse(text)
    if (response.ok) return value
    const { code = 'failed', message = text, issues = [] } = value?.error ?? {}
    throw new Refused(code, [message, ...issues].join(' '))
  }
