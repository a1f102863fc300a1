import type { Request } from 'express'

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/
const localNames = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i

/**
 * Whether the request was made on this machine: over loopback, through no proxy, and under a local name (a page of
 * elsewhere whose name was bent to 127.0.0.1 comes with its own).
 */
export const isFromThisMachine = (request: Request): boolean =>
  loopback.test(request.socket.remoteAddress ?? '') &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined &&
  localNames.test(request.headers.host ?? '')
