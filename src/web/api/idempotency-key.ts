/**
 * A fresh command id: 32 hex digits. `crypto.randomUUID` exists on https and localhost only; a control room may well
 * open the page by a plain address of its own network.
 */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
