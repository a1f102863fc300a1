import { createHash } from 'node:crypto'
import express, { Router } from 'express'
import type { MediaGone } from '../contract.ts'
import type { Sim } from '../sim.ts'
import { WireRefusal } from './call-context.ts'
import { meetFault, NeverAnswered } from './meet-fault.ts'

/** The largest upload, in bytes. */
const MAX_UPLOAD = '64mb'

const STATUS: Readonly<Record<MediaGone, number>> = { expired: 410, missing: 404, broken: 500 }

/** `PUT /wa/media` takes what the page sends, `GET /wa/media/<id>` hands files out. */
export function mediaRoutes(sim: Sim): Router {
  const router = Router()
  router.use('/wa/media', (_req, res, next) => {
    if (sim.pages.connected) next()
    else res.status(503).end()
  })
  router.put('/wa/media', express.raw({ type: () => true, limit: MAX_UPLOAD }), (req, res) => {
    if (!met(sim, 'upload', () => res.status(507).end())) return
    const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
    const mime = req.get('content-type') ?? 'application/octet-stream'
    const { id } = sim.files.add({ id: sim.world.nextFileId(), mime, bytes })
    res.json({ fileId: id, sha256: createHash('sha256').update(bytes).digest('base64') })
  })
  router.get('/wa/media/:file', (req, res) => {
    if (!met(sim, 'download', () => res.status(500).end())) return
    const file = sim.files.get(req.params.file)
    const gone = goneness(sim, req.params.file)
    if (!file || gone) {
      res.status(gone ? STATUS[gone] : 404).end()
      return
    }
    res.setHeader('content-type', file.mime)
    res.send(file.bytes)
  })
  return router
}

function met(sim: Sim, call: 'upload' | 'download', refuse: () => void): boolean {
  try {
    meetFault(sim, call, null)
    return true
  } catch (error) {
    if (error instanceof NeverAnswered) return false
    if (!(error instanceof WireRefusal)) throw error
    refuse()
    return false
  }
}

function goneness(sim: Sim, fileId: string): MediaGone | null {
  for (const chat of sim.world.chats.values()) {
    for (const { content } of chat.messages.values()) {
      if (content.kind === 'media' && content.media.fileId === fileId) return content.media.gone
    }
  }
  return null
}
