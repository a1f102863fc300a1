import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { MapTiles } from '../dependencies.ts'

/**
 * The page is one Vite build from this very server: nothing from elsewhere (but the map's background, where one is set),
 * no script in the HTML. Styles are written into the page by the component library at run time, therefore
 * 'unsafe-inline' for styles only.
 */
export const securityHeaders = (secure: boolean, mapTiles?: MapTiles): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(mapTiles ? [new URL(mapTiles.url).origin] : [])],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure && { maxAge: 15_552_000, includeSubDomains: false },
    frameguard: { action: 'deny' },
  })

/** Answers of the API are never kept: they hold callers' data and change by the second. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}
