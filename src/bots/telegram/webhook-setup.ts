import type { Api } from 'grammy'
import type { Log } from '../../application/ports/signals.ts'
import { backoffMs, pause } from '../pause.ts'
import { describeError, isTokenWrong } from './errors.ts'
import { grammySignal } from './grammy-signal.ts'
import type { HealthReport } from './health.ts'
import { allowedUpdates } from './intake.ts'
import { tokenWrongDetail } from './poller.ts'

export interface WebhookAddress {
  url: string
  secret: string
}

/** Tells Telegram where to call, again and again until it knows. Updates that waited are not dropped. */
export const announceWebhook = async (
  parts: { api: Api; health: HealthReport; log: Log },
  { url, secret }: WebhookAddress,
  signal: AbortSignal,
): Promise<void> => {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      const options = { secret_token: secret, allowed_updates: allowedUpdates }
      await parts.api.setWebhook(url, options, grammySignal(signal))
      parts.health.set('webhook')
      return
    } catch (error) {
      if (signal.aborted) return
      if (isTokenWrong(error)) {
        parts.health.set('tokenWrong', tokenWrongDetail(error))
        return
      }
      parts.health.set('unreachable', 'Telegram belum menerima alamat webhook.')
      parts.log.warn({ failures, ...describeError(error) }, 'webhook not set, trying again')
      await pause(backoffMs(failures), signal)
    }
  }
}
