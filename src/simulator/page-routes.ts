import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, Router } from 'express'

const folder = fileURLToPath(new URL('./page/', import.meta.url))

/** What the page may load: its own files, pictures out of the control APIs and files chosen by hand. */
const CONTENT_POLICY =
  "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; frame-ancestors *"

/**
 * The page with the phones, under `/sim/` and at the root. Whoever serves it has Telegram's control API at `/sim/api`;
 * `whatsapp` is that of the stand-in of WhatsApp, when its chats are to be shown too.
 */
export function pageRoutes(loopbackOnly: RequestHandler, whatsapp: RequestHandler | undefined): Router {
  const router = Router()
  const files = express.static(folder, {
    setHeaders: res => {
      res.setHeader('content-security-policy', CONTENT_POLICY)
      res.setHeader('cache-control', 'no-cache')
    },
  })
  router.get('/', loopbackOnly, (_req, res) => {
    res.redirect('/sim/')
  })
  router.get('/sim/platforms', loopbackOnly, (_req, res) => {
    res.json(whatsapp ? ['telegram', 'whatsapp'] : ['telegram'])
  })
  if (whatsapp) router.use('/sim/whatsapp/api', whatsapp)
  router.use('/sim', loopbackOnly, files)
  return router
}
