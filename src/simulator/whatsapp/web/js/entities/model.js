import { Emitter } from '../emitter.js'

/**
 * Something with attributes that can be watched. Attributes are its own enumerable properties, as the library expects; what
 * is no attribute hangs on private fields.
 */
export class Model extends Emitter {
  /** @type {Emitter | undefined} */
  #collection

  /** @param {Emitter} collection */
  joins(collection) {
    this.#collection = collection
  }

  /**
   * Changes attributes; those that really differ are told, each by itself and then all together.
   * @param {Record<string, unknown>} attributes
   */
  set(attributes) {
    const changed = Object.entries(attributes).flatMap(([key, value]) => {
      const before = Reflect.get(this, key)
      if (JSON.stringify(before) === JSON.stringify(value)) return []
      Reflect.set(this, key, value)
      return [{ key, value, before }]
    })
    for (const { key, value, before } of changed) this.trigger(`change:${key}`, this, value, before)
    if (changed.length > 0) this.trigger('change', this)
  }

  /**
   * @override
   * @param {string} name
   * @param {unknown[]} args
   */
  trigger(name, ...args) {
    super.trigger(name, ...args)
    this.#collection?.trigger(name, ...args)
  }

  /** @returns {Record<string, unknown>} */
  serialize() {
    return Object.fromEntries(Object.entries(this))
  }

  toJSON() {
    return this.serialize()
  }
}

/** @param {unknown} id an id's text, or an object that carries it */
export function textOfId(id) {
  if (typeof id === 'string') return id
  const carrier = /** @type {{ _serialized?: string } | null | undefined} */ (id)
  return carrier?._serialized ?? ''
}

/**
 * Models by id, in the order of their coming; what happens to one of them is told here too.
 * @template {Model & { id: unknown }} M
 */
export class Collection extends Emitter {
  /** @type {Map<string, M>} */
  #byId = new Map()

  /** @param {M} model */
  add(model) {
    this.#byId.set(textOfId(model.id), model)
    model.joins(this)
    this.trigger('add', model)
    return model
  }

  /**
   * Holds a model that another collection speaks for.
   * @param {M} model
   */
  hold(model) {
    this.#byId.set(textOfId(model.id), model)
  }

  /**
   * Puts models before all others.
   * @param {readonly M[]} models
   */
  holdFirst(models) {
    const first = models.map(model => /** @type {const} */ ([textOfId(model.id), model]))
    this.#byId = new Map([...first, ...this.#byId])
  }

  /** @param {M} model */
  remove(model) {
    if (this.#byId.delete(textOfId(model.id))) this.trigger('remove', model)
  }

  /** @param {unknown} id */
  get(id) {
    return this.#byId.get(textOfId(id))
  }

  /**
   * @param {unknown} id
   * @returns {Promise<M | undefined>}
   */
  async find(id) {
    return this.get(id)
  }

  getModelsArray() {
    return [...this.#byId.values()]
  }

  get _models() {
    return this.getModelsArray()
  }

  get length() {
    return this.#byId.size
  }

  /** @param {(model: M) => boolean} keep */
  filter(keep) {
    return this.getModelsArray().filter(keep)
  }

  serialize() {
    return this.getModelsArray().map(model => model.serialize())
  }
}
