import { allDone, done } from '../contract/session.ts'
import { whatsAppView, whatsAppWish } from '../contract/whatsapp.ts'
import { Refused } from '../http/refused.ts'
import { type Route, userRoute } from '../http/route.ts'
import { normalisePhone } from '../phone-number.ts'
import { isGlobalAdministrator } from '../rights.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'

const path = '/api/admin/whatsapp'

/** The one WhatsApp device of the installation: whoever may link it reads and writes everything in its name. */
export const adminWhatsAppRoutes = (services: Services): Route[] => [
  userRoute({
    method: 'get',
    path,
    name: 'readWhatsApp',
    summary: 'How the linked WhatsApp device is; what to scan or type shows to administrators of all centres only',
    access: { kind: 'administration' },
    reply: whatsAppView,
    handle: async ({ who }) => {
      const view = (await services.whatsapp?.read()) ?? null
      return view && { ...view, pairing: isGlobalAdministrator(who.user) ? view.pairing : null }
    },
  }),
  userRoute({
    method: 'post',
    path,
    name: 'askWhatsApp',
    summary:
      'Asks for a code to type on the phone, for the QR code again, for the end of the link, or for a fresh start',
    access: { kind: 'administration' },
    body: whatsAppWish,
    reply: done,
    handle: async ({ who, from, body }) => {
      if (!isGlobalAdministrator(who.user)) throw new Refused('forbidden')
      if (!services.whatsapp) throw new Refused('noChannel')
      const wish = body.kind === 'code' ? { ...body, phone: digitsOf(body.phone) } : body
      await services.whatsapp.ask(from.commandId, wish)
      await note(services, from, null, 'whatsappAsked', body.kind)
      return allDone
    },
  }),
]

const digitsOf = (phone: string): string => (normalisePhone(phone) ?? '').replace(/\D/g, '')
