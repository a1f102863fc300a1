import { access } from 'node:fs/promises'
import { join } from 'node:path'
import compression from 'compression'
import express, { type RequestHandler, Router } from 'express'
import { simplePage } from './simple-page.ts'

const notBuilt = {
  id: 'Halaman belum dibangun: jalankan npm run build.',
  en: 'The page has not been built: run npm run build.',
}

/** The built page: its files, and index.html for every address that the page's own router knows. */
export const servePage = (webDir: string): Router => {
  const router = Router()
  // Posts outside the control room open the page over slow lines; whatever lives behind /api goes as it is.
  router.use(compression())
  // Vite writes a hash of the content into the names below /assets; everything else may change with the next build.
  router.use('/assets', express.static(join(webDir, 'assets'), { immutable: true, maxAge: '1y', index: false }))
  router.use(
    express.static(webDir, { cacheControl: false, setHeaders: response => response.set('Cache-Control', 'no-cache') }),
  )
  router.use(indexFor(webDir))
  return router
}

const indexFor =
  (webDir: string): RequestHandler =>
  async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const isFile = /\.\w+$/.test(request.path)
    if (isFile) return next()
    const isBuilt = await access(join(webDir, 'index.html')).then(
      () => true,
      () => false,
    )
    if (!isBuilt) return void response.status(503).type('html').send(simplePage(notBuilt))
    response.sendFile('index.html', { root: webDir, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } })
  }
