/** @typedef {(...args: any[]) => unknown} Listener */

/** Events by name, as the page's models have them: `on('change:body change:caption', …)`. */
export class Emitter {
  /** @type {Map<string, Listener[]>} */
  #listeners = new Map()
  /** @type {Map<string, (() => void)[]>} */
  #waiting = new Map()
  #times = 1

  /** From now on everybody hears everything twice, as if each had been attached twice. */
  repeats() {
    this.#times = 2
  }

  /**
   * @param {string} names
   * @param {Listener} listener
   */
  on(names, listener) {
    for (const name of names.split(' ')) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
      for (const tell of this.#waiting.get(name) ?? []) tell()
      this.#waiting.delete(name)
    }
  }

  /**
   * @param {string} name
   * @param {Listener} listener
   */
  off(name, listener) {
    const left = (this.#listeners.get(name) ?? []).filter(other => other !== listener)
    this.#listeners.set(name, left)
  }

  /**
   * @param {string} name
   * @param {Listener} listener
   */
  once(name, listener) {
    /** @type {Listener} */
    const once = (...args) => {
      this.off(name, once)
      return listener(...args)
    }
    this.on(name, once)
  }

  /**
   * @param {string} name
   * @param {unknown[]} args
   */
  trigger(name, ...args) {
    for (let time = 0; time < this.#times; time += 1) {
      for (const listener of this.#listeners.get(name) ?? []) listener(...args)
    }
  }

  /**
   * Comes true when somebody listens to this event.
   * @param {string} name
   * @returns {Promise<void>}
   */
  listenedTo(name) {
    if (this.#listeners.get(name)?.length) return Promise.resolve()
    return new Promise(resolve => {
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve])
    })
  }
}
