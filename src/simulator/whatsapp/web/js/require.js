import { call, Offline } from './server.js'

/** What an upgraded library asks for and does not find, as `Module` or `Module.member`. @param {string} name */
async function tellDrift(name) {
  try {
    await call('drift', { name })
  } catch (error) {
    if (!(error instanceof Offline)) throw error
  }
}

/**
 * A module that tells when somebody looks for a member that it does not have.
 * @param {string} name
 * @param {object} module
 */
const watched = (name, module) =>
  new Proxy(module, {
    get(target, member) {
      if (typeof member === 'string' && !(member in target)) tellDrift(`${name}.${member}`)
      return Reflect.get(target, member)
    },
  })

/**
 * The page's `require`: the modules by WhatsApp's names. Unknown names throw, and are told to the stand-in.
 * @param {Record<string, object>} modules
 */
export function createRequire(modules) {
  const known = new Map(
    Object.entries(modules).map(([name, module]) => [
      name,
      typeof module === 'function' ? module : watched(name, module),
    ]),
  )
  return (/** @type {string} */ name) => {
    const module = known.get(name)
    if (module) return module
    tellDrift(name)
    throw new Error(`Requiring unknown module "${name}"`)
  }
}
