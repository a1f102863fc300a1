const STORE = 'device'
const KEY = 'token'

/**
 * The token of the linked device, in the browser profile: this is the session that the library keeps. IndexedDB, because what it
 * has confirmed survives a browser that is killed.
 * @returns {Promise<IDBDatabase>}
 */
const database = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('stand-in', 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE))
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error))
  })

/** @type {string | null} */
let current = null

export const deviceToken = () => current

export async function readToken() {
  const store = (await database()).transaction(STORE).objectStore(STORE)
  current = (await done(store.get(KEY))) ?? null
}

/** @param {string | null} token */
export async function writeToken(token) {
  current = token
  const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore(STORE)
  if (token === null) store.delete(KEY)
  else store.put(token, KEY)
  await new Promise(resolve => transaction.addEventListener('complete', resolve))
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
const done = request =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
