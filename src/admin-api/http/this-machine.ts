import type { Request } from 'express'

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/
const localNames = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i

/** A proxy on this machine sends at least one of these, unless it was told not to. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * Whether the request was made on this machine: over loopback, through no proxy, and under a local name (a page of
 * elsewhere whose name was bent to 127.0.0.1 comes with its own).
 */
export const isFromThisMachine = (request: Request): boolean =>
  loopback.test(request.socket.remoteAddress ?? '') &&
  proxyHeaders.every(name => request.headers[name] === undefined) &&
  localNames.test(request.headers.host ?? '')
