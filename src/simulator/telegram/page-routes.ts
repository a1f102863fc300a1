import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { loopbackOnly } from './control/loopback-only.ts'

const folder = fileURLToPath(new URL('./page/', import.meta.url))

/** What the page may load: its own files, pictures out of the control API and files chosen by hand. */
const CONTENT_POLICY =
  "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; frame-ancestors *"

/** The page with the phones, under `/sim/` and at the root. */
export function pageRoutes(): Router {
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
  router.use('/sim', loopbackOnly, files)
  return router
}
