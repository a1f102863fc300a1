import type { Update, WebhookInfo } from '@grammyjs/types'
import { badRequest, conflict } from '../api-error.ts'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'

export function getUpdates(sim: Sim, params: Params, signal: AbortSignal): Promise<Update[]> {
  if (sim.webhook.target) {
    throw conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
  }
  return sim.poller.poll(params, signal)
}

export function setWebhook(sim: Sim, params: Params): true {
  const url = params.text('url').trim()
  if (url === '') return deleteWebhook(sim, params)
  checkUrl(url)
  const secretToken = params.text('secret_token')
  if (secretToken.length > 256) throw badRequest('secret token is too long')
  if (!/^[\w-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters')
  if (params.flag('drop_pending_updates')) sim.updates.dropPending()
  const allowed = params.nested('allowed_updates')
  if (Array.isArray(allowed)) sim.updates.setAllowed(allowed.filter(kind => typeof kind === 'string'))
  sim.poller.interrupt('terminated by setWebhook request')
  sim.webhook.set({
    url,
    secretToken: secretToken === '' ? undefined : secretToken,
    maxConnections: Math.min(Math.max(params.integer('max_connections') ?? 40, 1), 100),
  })
  return true
}

export function deleteWebhook(sim: Sim, params: Params): true {
  if (params.flag('drop_pending_updates')) sim.updates.dropPending()
  sim.webhook.remove()
  return true
}

export function getWebhookInfo(sim: Sim): WebhookInfo {
  return sim.webhook.info()
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Telegram wants HTTPS; plain HTTP passes here to this machine only, where a training app listens. */
function checkUrl(url: string): void {
  if (!URL.canParse(url)) throw badRequest('invalid webhook URL specified')
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.has(hostname))) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  }
}
