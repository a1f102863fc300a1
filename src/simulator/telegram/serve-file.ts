import type { Request, Response } from 'express'
import { delay } from './delay.ts'
import type { Sim } from './sim.ts'

/** Serves `/file/bot<token>/<path>`; scripted faults for the method `file` meet it too. */
export async function serveFile(sim: Sim, req: Request, res: Response, token: string, path: string): Promise<void> {
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  const effect = sim.faults.take('file', null)?.effect
  if (effect?.kind === 'hang') return
  if (effect?.kind === 'reset' || effect?.kind === 'drop') {
    req.socket.resetAndDestroy()
    return
  }
  if (effect?.kind === 'slow') await delay(effect.ms, gone.signal)
  const file = token === sim.token ? sim.files.byPath(path) : undefined
  const code = effect?.kind === 'error' || effect?.kind === 'garbage' ? effect.code : file ? 200 : 404
  if (!file || code !== 200) {
    res.status(code).json({ ok: false, error_code: code, description: code === 404 ? 'Not Found' : 'Bad Gateway' })
    return
  }
  // Telegram names no picture type here: whoever downloads must look at the bytes.
  res.setHeader('content-type', 'application/octet-stream')
  res.send(file.bytes)
}
